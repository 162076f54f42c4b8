import type { Fault, Site } from './content.ts';
import type { ContentFiles } from './content-files.ts';
import { error } from './faults.ts';
import { readText } from './read-text.ts';
import { readYamlList } from './read-yaml-list.ts';

/** Words that mean the same in a search, either way; or words that also find others. */
export type SynonymRule = string[] | { from: string; to: string[] };

const FORM =
  'write words that mean the same as - [log in, sign in], or one way as - {from: cancel, to: [delete account]}';

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';
const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

const plain = (word: string) => word.trim().toLowerCase();
/** Searches are read by their letters and digits alone. */
const isSayable = (word: string) => /[\p{L}\p{N}]/u.test(word);
const UNSAYABLE = 'a word here has neither letters nor digits, so no search has it';

/** What is wrong with a rule; undefined for one that is right. */
function complaintOf(rule: unknown): string | undefined {
  if (Array.isArray(rule)) {
    if (!areTexts(rule)) return 'a group holds words and nothing else';
    const words = rule.map(plain);
    if (words.length < 2) return 'a group of one word changes nothing';
    if (new Set(words).size < words.length) return 'a group names a word twice';
    return rule.every(isSayable) ? undefined : UNSAYABLE;
  }
  const { from, to, ...more } = (rule ?? {}) as Record<string, unknown>;
  const isOneWay = isText(from) && areTexts(to) && to.length > 0 && Object.keys(more).length === 0;
  if (!isOneWay) return 'this is no rule for synonyms';
  if (to.map(plain).includes(plain(from))) return `"${from}" finds itself already`;
  return [from, ...to].every(isSayable) ? undefined : UNSAYABLE;
}

/** The rules of a file's text; what is faulty is told and left out. */
export function synonymRules(file: string, text: string, faults: Fault[]): SynonymRule[] {
  const items = readYamlList(file, text, ['a file of synonyms is a list', FORM], faults);
  return items.flatMap(({ value, lineOf }) => {
    const complaint = complaintOf(value);
    if (complaint) faults.push(error(file, lineOf(''), complaint, FORM));
    return complaint ? [] : [value as SynonymRule];
  });
}

/** Checks every `search/synonyms.<locale>.yml`. */
export function checkSynonyms(
  dir: string,
  { synonyms }: ContentFiles,
  { locales }: Pick<Site, 'locales'>,
  faults: Fault[],
): void {
  for (const { file, locale } of synonyms) {
    if (!locales.includes(locale)) {
      const todo = `name the file by one of: ${locales.join(', ')}`;
      faults.push(error(file, 1, `the site has no locale "${locale}"`, todo));
    }
    synonymRules(file, readText(dir, file, faults), faults);
  }
}
