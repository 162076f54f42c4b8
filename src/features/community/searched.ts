import { scrub } from '#src/server/scrub.ts';

/** As much as a search takes. */
const LONGEST = 150;

/** A search as it is shown with a question: on one line, without what is private. */
export function tidySearched(typed: string): string | undefined {
  const line = typed.replace(/[\s\p{C}]+/gu, ' ').trim();
  return scrub(line).slice(0, LONGEST).toWellFormed().trim() || undefined;
}
