import { Document, isSeq, parseDocument } from 'yaml';
import { synonymRules, type SynonymRule } from '#src/features/content/read-synonyms.ts';
import type { LearnedSynonym } from './learn-synonyms.ts';
import type { Proposal } from './proposal.ts';

const plain = (words: string) => words.normalize('NFKC').trim().toLowerCase();

function isKnown(rules: SynonymRule[], from: string, to: string): boolean {
  return rules.some((rule) => {
    const has = (words: string[], one: string) => words.map(plain).includes(plain(one));
    if (Array.isArray(rule)) return has(rule, from) && has(rule, to);
    return plain(rule.from) === plain(from) && has(rule.to, to);
  });
}

/** `{from: cancel, to: [delete account]}` */
const written = (value: unknown) =>
  new Document(value)
    .toString({ collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 })
    .trim();

/** Where the items of the file's list begin; undefined when it is not written one rule a line. */
function indentOf(text: string): string | undefined {
  const { contents } = parseDocument(text);
  if (contents === null) return '';
  if (!isSeq(contents) || contents.flow) return undefined;
  return /(?:^|\n)([ \t]*)-/.exec(text)?.[1];
}

const HEAD = `# Words that mean the same in a search: - [log in, sign in]
# Words that also find others, one way: - {from: cancel, to: [delete account]}
`;

/**
 * Adds what was learned at the end of a language's file; what stands there stays as it is.
 * @param text of the file; undefined when there is none
 * @returns undefined when it says all of that already, or is faulty
 */
export function proposeSynonyms(
  locale: string,
  text: string | undefined,
  learned: LearnedSynonym[],
): Proposal | undefined {
  const file = `search/synonyms.${locale}.yml`;
  const faults: Parameters<typeof synonymRules>[2] = [];
  const rules = synonymRules(file, text ?? '', faults);
  const indent = indentOf(text ?? '');
  if (faults.length > 0 || indent === undefined) return undefined;
  const added: LearnedSynonym[] = [];
  for (const one of learned) {
    if (one.locale !== locale || isKnown(rules, one.from, one.to)) continue;
    rules.push({ from: one.from, to: [one.to] });
    added.push(one);
  }
  if (added.length === 0) return undefined;
  const before = text ?? HEAD;
  const lines = added.flatMap(({ from, to, evidence }) => [
    `${indent}# ${evidence}`,
    `${indent}- ${written({ from, to: [to] })}`,
  ]);
  return {
    file,
    isNew: text === undefined,
    text: `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${lines.join('\n')}\n`,
    says: added.map(({ from, to, evidence }) => `${from} → ${to} (${evidence})`),
    credits: [],
  };
}
