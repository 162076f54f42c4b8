import { createHash } from 'node:crypto';

/**
 * Names a state of an article's text. Two bodies that differ only in what no reader can see have
 * the same revision: Unicode is normalised to NFC, line ends to \n, spaces at the end of a line
 * and blank lines at either end are dropped, and several blank lines count as one.
 * @returns the first 16 hex digits of the SHA-256
 */
export function revisionOf(body: string): string {
  const normalised = body
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+(?=\n|$)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return createHash('sha256').update(normalised).digest('hex').slice(0, 16);
}
