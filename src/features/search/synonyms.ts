import type { SynonymRule } from '#src/features/content/read-synonyms.ts';
import type { Language } from './language.ts';
import { wordsIn } from './query-words.ts';

/** What stands for some words, by their terms joined with a space. */
export interface Synonyms {
  of: Map<string, string[][]>;
  /** The longest that is looked for, in terms. */
  longest: number;
}

/** The stems of some words, of those with signs in them of their parts. */
const stemsOf = (text: string, { stem }: Language): string[] =>
  wordsIn(text).flatMap(({ word, parts }) => (parts.length > 0 ? parts : [word]).map(stem));

/** Puts rules together, both ways for groups and one way for the others. */
export function readySynonyms(rules: SynonymRule[], language: Language): Synonyms {
  const of = new Map<string, string[][]>();
  let longest = 1;
  const add = (from: string[], to: string[]) => {
    const key = from.join(' ');
    if (key === '' || to.length === 0 || key === to.join(' ')) return;
    const known = of.get(key) ?? [];
    if (!known.some((one) => one.join(' ') === to.join(' '))) of.set(key, [...known, to]);
    longest = Math.max(longest, from.length);
  };
  for (const rule of rules) {
    const group = (Array.isArray(rule) ? rule : rule.to).map((text) => stemsOf(text, language));
    if (!Array.isArray(rule)) for (const to of group) add(stemsOf(rule.from, language), to);
    else for (const from of group) for (const to of group) add(from, to);
  }
  return { of, longest };
}
