import { isIP } from 'node:net';

/** Stands where something private stood. */
export const GONE = '[…]';

/** With the sign as it is, in full width, or written for addresses. */
const EMAIL =
  /(?:"[^"\n]{1,64}"|(?<![\p{L}\p{N}\p{M}._%+'&=~-])[\p{L}\p{N}\p{M}._%+'&=~-]+)(?:[@＠]|%40|\s?[([{]\s?(?:at|@)\s?[)\]}]\s?)[\p{L}\p{N}\p{M}-]+(?:(?:[.。．]|\s?[([{]\s?(?:dot|\.)\s?[)\]}]\s?)[\p{L}\p{N}\p{M}-]+)+/giu;
/** What people hide from programs in words. */
const SPOKEN_EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+\s+at\s+[\p{L}\p{N}-]+(?:\s+dot\s+[\p{L}\p{N}-]+)+/giu;
/** Whatever may be an address of the internet; what it is, Node decides. */
const ADDRESS =
  /(?<![\p{L}\p{N}.:])(?:[0-9a-f]{0,4}:[0-9a-f:.]{2,}|\d{1,3}(?:\.\d{1,3}){3})(?:%\w+)?(?![\p{L}\p{N}])/giu;
/** Between digits: signs, and what cannot be seen. */
const BETWEEN = String.raw`[\s()./,_*|+·•'’\u00ad\u200b-\u200f\u2010-\u2015\u2060\ufeff-]{0,3}`;
/** Digits of any script with what people put between them; what they are is decided by their number. */
const DIGITS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])\+?\(?\p{Nd}(?:${BETWEEN}\p{Nd})+(?![\p{L}\p{N}])`,
  'gu',
);
/** As many as a card has, also where letters touch them. */
const CARD = new RegExp(String.raw`(?<!\p{Nd})\p{Nd}(?:${BETWEEN}\p{Nd}){12,18}(?!\p{Nd})`, 'gu');
/** International bank accounts. */
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/gi;
/** Shorter numbers are versions, amounts, years and error codes. */
const SHORTEST = 8;
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})$/;
const VERSION = /^\d{1,5}(?:\.\d{1,5}){2,3}$/;

/** The value of a digit: each script has its ten in a row, from a zero on. */
function valueOf(digit: string): number {
  let code = digit.codePointAt(0)!;
  const zeroAt = (one: number) => one < 0 || !/\p{Nd}/u.test(String.fromCodePoint(one));
  let value = 0;
  while (value < 9 && !zeroAt(code - 1)) {
    code -= 1;
    value += 1;
  }
  return value;
}

const digitsOf = (text: string): string[] => text.match(/\p{Nd}/gu) ?? [];

/** Whether the last digit is the check digit that cards have. */
function passesLuhn(digits: string[]): boolean {
  const sum = digits
    .map(valueOf)
    .reverse()
    .map((value, at) => (at % 2 === 0 ? value : value * 2 - (value > 4 ? 9 : 0)))
    .reduce((total, value) => total + value, 0);
  return sum % 10 === 0;
}

/** A bank account has digits; a word of such a length has none. */
const isAccount = (found: string) => digitsOf(found).length >= SHORTEST;

/**
 * A text that somebody typed, without addresses of mail and of the internet, numbers of phones,
 * cards and bank accounts: people type them into searches by mistake, and nobody here needs them.
 */
export function scrub(text: string): string {
  return text
    .replace(EMAIL, GONE)
    .replace(SPOKEN_EMAIL, GONE)
    .replace(IBAN, (found) => (isAccount(found) ? GONE : found))
    .replace(ADDRESS, (found) => (isIP(found.replace(/%.*$/, '')) ? GONE : found))
    .replace(CARD, (found) => (passesLuhn(digitsOf(found)) ? GONE : found))
    .replace(DIGITS, (found) => {
      const isPlain = digitsOf(found).length < SHORTEST || DATE.test(found) || VERSION.test(found);
      return isPlain ? found : GONE;
    });
}
