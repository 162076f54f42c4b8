import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Scope } from './scope.ts';
import { kaplanMeier, type Waiting } from './kaplan-meier.store.ts';
import { questionWaits } from './question-waits.store.ts';

/** How long each question of a scope has waited, for `kaplanMeier`. */
export const firstAnswerWaits = (scope: Scope, now: Date): RawBuilder<unknown> => sql`(
  SELECT extract(epoch FROM coalesce(answered_at, ${now}) - asked_at)::float8 AS seconds,
    answered_at IS NOT NULL AS is_ended
  FROM ${questionWaits(scope, now)} AS waits
)`;

/**
 * Time to the first answer: from the question to the first answer by somebody else, around the
 * clock. Questions without one count as waiting until `now`.
 */
export const firstAnswerTime = (db: Kysely<Database>, scope: Scope, now: Date): Promise<Waiting> =>
  kaplanMeier(db, firstAnswerWaits(scope, now));
