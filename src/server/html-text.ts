import type { SafeHtml } from '#src/components/html.ts';

const BREAK = /<br>|<\/(?:p|li|h\d|pre|tr|blockquote)>/g;
const PICTURE = /<img(?:"[^"]*"|[^">])* alt="([^"]*)"(?:"[^"]*"|[^">])*>/g;
const TAG = /<(?:"[^"]*"|[^">])*>/g;
/** The only form in which our renderer writes a sign that HTML has a meaning for. */
const SIGN = /&#x([0-9A-F]+);/g;

/**
 * The words of a text that our renderer has made HTML of, a line for each of its blocks; of a
 * picture what stands for it, which may be nothing.
 */
export const htmlText = (html: SafeHtml): string =>
  html
    .replace(BREAK, '\n')
    .replace(PICTURE, '$1')
    .replace(TAG, '')
    .replace(SIGN, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\n{2,}/g, '\n')
    .trim();
