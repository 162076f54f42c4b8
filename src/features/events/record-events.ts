import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { gather } from '#src/server/gather.ts';
import type { Happening, Witnessed } from './event.ts';
import { insertEvents, type NewEvent } from './events.store.ts';

/** What many visitors do at the same moment goes to the disk together. */
const write = gather(async (db: Kysely<Database>, batches: NewEvent[][]) => {
  await insertEvents(db, batches.flat());
  return batches.map(() => undefined);
});

/**
 * Records what a visitor did; when this returns, it is on the disk.
 * @param by undefined for those who ask not to be counted
 */
export async function recordEvents(
  db: Kysely<Database>,
  happenings: Happening[],
  by: Witnessed | undefined,
  now: Date,
): Promise<void> {
  if (!by || happenings.length === 0) return;
  await write(
    db,
    happenings.map((happening) => ({ ...happening, ...by, at: now })),
  );
}
