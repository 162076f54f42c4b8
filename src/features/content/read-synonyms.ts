import type { Fault, Site } from './content.ts';
import type { ContentFiles } from './content-files.ts';
import { error } from './faults.ts';
import { locateYaml } from './located-yaml.ts';
import { readText } from './read-text.ts';
import { explainYamlError } from './yaml-faults.ts';

/** Words that mean the same in a search, either way; or words that also find others. */
export type SynonymRule = string[] | { from: string; to: string[] };

const FORM =
  'write words that mean the same as - [log in, sign in], or one way as - {from: cancel, to: [delete account]}';

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

/** What is wrong with a rule; undefined for one that is right. */
function complaintOf(rule: unknown): string | undefined {
  if (Array.isArray(rule)) {
    if (!areTexts(rule)) return 'a group holds words and nothing else';
    const words = rule.map((word) => word.trim().toLowerCase());
    if (words.length < 2) return 'a group of one word changes nothing';
    return new Set(words).size < words.length ? 'a group names a word twice' : undefined;
  }
  const { from, to, ...more } = (rule ?? {}) as Record<string, unknown>;
  const isOneWay = isText(from) && areTexts(to) && to.length > 0 && Object.keys(more).length === 0;
  return isOneWay ? undefined : 'this is no rule for synonyms';
}

/** The rules of a file's text; what is faulty is told and left out. */
export function synonymRules(file: string, text: string, faults: Fault[]): SynonymRule[] {
  const { values, problems, lines } = locateYaml(text);
  for (const { problem, line } of problems) {
    faults.push(error(file, line, ...explainYamlError(problem, text)));
  }
  if (values === undefined || values === null) return [];
  if (!Array.isArray(values)) {
    faults.push(error(file, 1, 'a file of synonyms is a list', FORM));
    return [];
  }
  return values.filter((rule: unknown, at): rule is SynonymRule => {
    const complaint = complaintOf(rule);
    if (complaint) faults.push(error(file, lines.get(String(at)) ?? 1, complaint, FORM));
    return complaint === undefined;
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
