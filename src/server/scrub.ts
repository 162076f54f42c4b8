/** Stands where something private stood. */
const GONE = '[…]';

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Digits of any script with what people put between them; what they are is decided by their number. */
const DIGITS =
  /(?<![\p{L}\p{N}])\+?\(?\p{Nd}(?:[\s()./\u2010-\u2015-]{0,3}\p{Nd})+(?![\p{L}\p{N}])/gu;
/** International bank accounts. */
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g;
/** Shorter numbers are versions, amounts, years and error codes. */
const SHORTEST = 8;
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})$/;
const VERSION = /^\d{1,5}(?:\.\d{1,5}){2,3}$/;

/**
 * A text that somebody typed, without addresses of mail, numbers of phones, cards and bank
 * accounts: people type them into searches by mistake, and nobody here needs them.
 */
export function scrub(text: string): string {
  return text
    .replace(EMAIL, GONE)
    .replace(IBAN, GONE)
    .replace(DIGITS, (found) => {
      const digits = found.match(/\p{Nd}/gu)?.length ?? 0;
      const isPlain = digits < SHORTEST || DATE.test(found) || VERSION.test(found);
      return isPlain ? found : GONE;
    });
}
