import { remembered } from '#src/components/remembered.ts';
import type { Actor } from './actor.ts';

/** Pairs of colours that avatar.css has for pictures made of a name. */
const HUES = 6;

/** The pair for a handle: always the same one. */
export function hueOf(handle: string): number {
  let sum = 0;
  for (const letter of handle) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' });
const firstSign = (word: string) => [...signs.segment(word)][0]?.segment ?? '';

/** The first signs of the first and the last word of a name, or of its only one. */
export const initialsOf = remembered((name) => {
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const [first = '', ...others] = words;
  return (firstSign(first) + firstSign(others.at(-1) ?? '')).toLocaleUpperCase('en');
});

/** Whoever may write may show a picture of themselves; it is read by others just so. */
export const mayShowPicture = ({ isVerified, silencedUntil, suspendedUntil }: Actor): boolean =>
  isVerified && silencedUntil === null && suspendedUntil === null;
