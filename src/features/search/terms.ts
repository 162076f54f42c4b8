import { splitCompound } from './compounds.ts';
import type { Language } from './language.ts';
import { wordsIn } from './query-words.ts';

/**
 * The terms of a text: the stems of its words, and of what these are made of.
 * @param known words of which compounds are made, where a language has compounds
 */
export const termsOf = (
  text: string,
  { stem }: Pick<Language, 'stem'>,
  known?: { has(word: string): boolean },
): string[] =>
  wordsIn(text).flatMap(({ word, parts }) => {
    if (parts.length > 0) return [word, ...parts.map(stem)];
    return known ? [word, ...splitCompound(word, known)].map(stem) : [stem(word)];
  });
