import { GONE, scrub } from '#src/server/scrub.ts';
import type { Query } from './event.ts';

/** As much as a search takes. */
export const LONGEST_QUERY = 150;

const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * A query as it is kept: on one line, without what is private; and in small letters, in one form of
 * Unicode, without signs around it, so that equal queries can be counted together.
 * @returns undefined where nothing was typed
 */
export function queryText(typed: string): Query | undefined {
  const line = typed.replace(/[\s\p{C}]+/gu, ' ').trim();
  const query = scrub(line).slice(0, LONGEST_QUERY).toWellFormed().trim();
  if (query === '') return undefined;
  const folded = query.replaceAll(GONE, ' ').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  // What is made of signs alone is told apart by them.
  return { query, normalised: folded.replace(AROUND, '') || folded.trim() || query };
}
