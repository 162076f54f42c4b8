import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Scope } from './scope.ts';
import { shareOf, type Share } from './share.ts';
import { questionWaits } from './question-waits.store.ts';

/**
 * Answered share: of the questions asked in the period, those that somebody else has answered by
 * now. Repeated questions are not counted.
 */
export async function answeredShare(db: Kysely<Database>, scope: Scope, now: Date): Promise<Share> {
  const { rows } = await sql<{ asked: number; answered: number }>`
    SELECT count(*)::integer AS asked, count(answered_at)::integer AS answered
    FROM ${questionWaits(scope, now)} AS waits`.execute(db);
  const { asked, answered } = rows[0]!;
  return shareOf(answered, asked);
}
