import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { inDays } from './scope.store.ts';
import type { Scope } from './scope.ts';
import { shareOf, type Share } from './share.ts';

export interface SearchMisses {
  /** Of all searches. */
  missed: Share;
  /** Why: nothing answers, it is doubtful whether anything does, or good results and no click. */
  nothing: Share;
  partial: Share;
  unclicked: Share;
}

/**
 * Search misses: of all searches, those with no good match, and those with results of which none
 * was opened within the visit. A search is one query in one visit, however often it was typed; of one
 * visitor thirty queries a day count.
 *
 *     missed = nothing answers + doubtful whether anything does + a good match that nobody opened
 */
export async function searchMisses(db: Kysely<Database>, scope: Scope): Promise<SearchMisses> {
  const { rows } = await sql<Record<'searches' | 'missed' | 'nothing' | 'partial', number>>`
    SELECT coalesce(sum(searches), 0)::integer AS searches,
      coalesce(sum(missed), 0)::integer AS missed,
      coalesce(sum(nothing), 0)::integer AS nothing,
      coalesce(sum(partial), 0)::integer AS partial
    FROM site_days WHERE ${inDays(scope)}`.execute(db);
  const { searches, missed, nothing, partial } = rows[0]!;
  return {
    missed: shareOf(missed, searches),
    nothing: shareOf(nothing, searches),
    partial: shareOf(partial, searches),
    unclicked: shareOf(missed - nothing - partial, searches),
  };
}
