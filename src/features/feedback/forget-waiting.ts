import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { dropWaiting } from './waiting-readers.store.ts';

/** Months after which nobody waits any more. */
const LONGEST_WAIT = 12;

/** Forgets the addresses of readers for whom nothing has come of what they said. */
export async function forgetWaiting(db: Kysely<Database>, now: Date): Promise<void> {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - LONGEST_WAIT);
  await dropWaiting(db, before);
}
