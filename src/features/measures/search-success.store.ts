import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { inDays } from './scope.store.ts';
import type { Scope } from './scope.ts';
import { shareOf, type Share } from './share.ts';

/**
 * Search success: of the visits with a search, those whose last search was no miss.
 *
 *     search success = visits whose last search had a good match and an opened result / visits with a search
 *
 * The last one, because whoever finds it in other words has found it.
 */
export async function searchSuccess(db: Kysely<Database>, scope: Scope): Promise<Share> {
  const { rows } = await sql<{ searching: number; found: number }>`
    SELECT coalesce(sum(searching), 0)::integer AS searching,
      coalesce(sum(found), 0)::integer AS found
    FROM site_days WHERE ${inDays(scope)}`.execute(db);
  const { searching, found } = rows[0]!;
  return shareOf(found, searching);
}
