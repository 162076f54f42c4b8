import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { mayReadLog } from './moderation-event.ts';
import { countOpenItems } from './review-items.store.ts';

/** Beyond this nobody needs to know how many it is. */
const MOST = 100;

/** How much waits for a moderator, as text, such as `7` or `99+`; undefined for nobody else. */
export async function countWaiting(
  db: Kysely<Database>,
  actor: Actor | undefined,
): Promise<string | undefined> {
  if (!mayReadLog(actor)) return undefined;
  const count = await countOpenItems(db, MOST);
  return count < MOST ? String(count) : `${MOST - 1}+`;
}
