import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Scope } from './scope.ts';
import { shareOf, type Share } from './share.ts';
import { questionWaits } from './question-waits.store.ts';

/**
 * First-contact resolution: of the questions asked in the period that somebody else has answered,
 * those whose first answer was accepted. Where nobody says anything, a question is not resolved.
 */
export async function firstContactResolution(
  db: Kysely<Database>,
  scope: Scope,
  now: Date,
): Promise<Share> {
  const { rows } = await sql<{ answered: number; resolved: number }>`
    SELECT count(answered_at)::integer AS answered,
      count(*) FILTER (WHERE is_first_accepted)::integer AS resolved
    FROM ${questionWaits(scope, now)} AS waits`.execute(db);
  const { answered, resolved } = rows[0]!;
  return shareOf(resolved, answered);
}
