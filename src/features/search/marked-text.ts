import type { Piece } from './passage.ts';
import { isUnspaced } from './question-terms.ts';

/**
 * Signs that the database puts around what matches. No text can hold them, since they are taken
 * out of it before.
 */
export const MARKS = { start: '\u0002', end: '\u0003' } as const;

/** Length in letters of an excerpt without spaces, and what stands before its first match. */
const LENGTH = 90;
const LEAD = 25;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** Reads the few ways in which our own HTML writes a sign that means something there. */
export const withoutEntities = (html: string): string =>
  html.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|nbsp));/gi,
    (all, hex, decimal, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? all;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );

/** The stretches of a text that has `MARKS` in it. */
export function markedPieces(text: string): Piece[] {
  return text
    .split(MARKS.start)
    .flatMap((part, at): Piece[] => {
      if (at === 0) return [{ text: part, mark: false }];
      const [match = '', ...rest] = part.split(MARKS.end);
      return [
        { text: match, mark: true },
        { text: rest.join(''), mark: false },
      ];
    })
    .filter(({ text }) => text !== '');
}

/** Letters that tell whether two texts begin alike. */
const BEGINNING = 12;
const SENTENCE_END = /[.!?…。！？؟]\s*$/u;

/** Shows by dots where an excerpt leaves text out. @param beginning of the whole text */
export function withDots(excerpt: string, beginning: string): string {
  const letters = (text: string) => text.replaceAll(/[\s\u0002\u0003]+/g, '').slice(0, BEGINNING);
  const text = excerpt.replaceAll(/\s+/g, ' ').trim();
  if (text === '') return '';
  const start = letters(beginning).startsWith(letters(text)) ? '' : '… ';
  return `${start}${text}${SENTENCE_END.test(text) ? '' : ' …'}`;
}

/** Puts `MARKS` around each of some words in a text, wherever they stand. */
export function markWords(text: string, words: string[]): string {
  const wanted = words
    .filter(isUnspaced)
    .toSorted((a, b) => b.length - a.length)
    .map((word) => RegExp.escape(word));
  if (wanted.length === 0) return text;
  return text.replace(new RegExp(wanted.join('|'), 'giu'), `${MARKS.start}$&${MARKS.end}`);
}

/** A stretch of a text without spaces around the first of some words; the beginning without one. */
export function stretchAround(text: string, words: string[]): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const places = words.map((word) => plain.indexOf(word)).filter((place) => place >= 0);
  const first = places.length > 0 ? Math.min(...places) : 0;
  const start = first <= LEAD ? 0 : first - LEAD;
  const cut = plain
    .slice(start, start + LENGTH)
    .toWellFormed()
    .replaceAll('\ufffd', '');
  return `${start > 0 ? '… ' : ''}${cut}${start + LENGTH < plain.length ? ' …' : ''}`;
}
