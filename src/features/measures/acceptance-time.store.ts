import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Scope } from './scope.ts';
import { kaplanMeier, type Waiting } from './kaplan-meier.store.ts';
import { questionWaits } from './question-waits.store.ts';

/** How long each question of a scope has waited, for `kaplanMeier`. */
export const acceptanceWaits = (scope: Scope, now: Date): RawBuilder<unknown> => sql`(
  SELECT extract(epoch FROM coalesce(accepted_at, ${now}) - asked_at)::float8 AS seconds,
    accepted_at IS NOT NULL AS is_ended
  FROM ${questionWaits(scope, now)} AS waits
)`;

/**
 * Time to the accepted answer: from the question to the acceptance that stands now, around the
 * clock. Questions without one count as waiting until `now`.
 */
export const acceptanceTime = (db: Kysely<Database>, scope: Scope, now: Date): Promise<Waiting> =>
  kaplanMeier(db, acceptanceWaits(scope, now));
