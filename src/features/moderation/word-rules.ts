import { RE2JS } from 're2js';
import type { WordRule } from '#src/features/content/community-policy.ts';
import type { Trust } from './trust.ts';

/** A letter of a script with spaces between words; in others, a word has no edges to look for. */
const EDGED =
  /^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}]/u;
/** Signs that are not seen, with which words are split to pass by rules. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** A text as rules read it: one form of each letter, single spaces, nothing invisible. */
const plain = (text: string) => text.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, ' ');

const compiled = new WeakMap<WordRule, RE2JS[]>();

function patternsOf(rule: WordRule): RE2JS[] {
  let patterns = compiled.get(rule);
  if (!patterns) {
    const sources = [...rule.words.map(wholeWord), ...(rule.pattern ? [rule.pattern] : [])];
    patterns = sources.map((source) => RE2JS.compile(source, RE2JS.CASE_INSENSITIVE));
    compiled.set(rule, patterns);
  }
  return patterns;
}

/** Finds a word or phrase that no letter continues, except where words have no edges. */
function wholeWord(word: string): string {
  const text = plain(word).trim();
  const signs = [...text];
  const before = EDGED.test(signs[0] ?? '') ? String.raw`(?:^|[^\p{L}\p{N}])` : '';
  const after = EDGED.test(signs.at(-1) ?? '') ? String.raw`(?:$|[^\p{L}\p{N}])` : '';
  return `${before}${RE2JS.quote(text)}${after}`;
}

/** The names of the rules that a text of somebody so trusted meets. */
export function metWordRules(rules: WordRule[], trust: Trust, text: string): string[] {
  if (trust === 'staff') return [];
  const read = plain(text);
  return rules
    .filter((rule) => rule.for === 'everyone' || trust === 'new')
    .filter((rule) => patternsOf(rule).some((pattern) => pattern.matcher(read).find()))
    .map(({ name }) => name);
}
