import type { TaskList } from 'graphile-worker';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { dropOldEvents } from '#src/features/events/drop-old-events.ts';
import { makeEventMonths } from '#src/features/events/make-event-months.ts';
import { rollUpEvents } from '#src/features/events/roll-up-events.ts';
import { keepReports } from '#src/features/insights/keep-reports.ts';
import type { Clock } from '#src/server/clock.ts';
import type { Env } from '#src/server/env.ts';

const KEEP_TASK = 'keep-event-months';
const ROLL_UP_TASK = 'roll-up-events';

/** Reports are at most a quarter of an hour behind; old months go and new ones are made at night. */
export const EVENT_CRONTAB = `
*/15 * * * * ${ROLL_UP_TASK} ?jobKey=${ROLL_UP_TASK}&max=3
20 2 * * * ${KEEP_TASK}
`;

/** What keeps the events: their months, and the counts of each day that all reports read. */
export const eventTasks = (db: Kysely<Database>, env: Env, clock: Clock): TaskList => ({
  async [ROLL_UP_TASK]() {
    await rollUpEvents(db, clock());
    await keepReports(db, clock());
  },
  async [KEEP_TASK]() {
    await makeEventMonths(db, clock());
    await dropOldEvents(db, env.EVENTS_RETENTION_MONTHS, clock());
  },
});
