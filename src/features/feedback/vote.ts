import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { dayOf } from '#src/server/clock.ts';
import { gather } from '#src/server/gather.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import type { Visitor } from '#src/server/visitor.ts';
import { countTrapped } from './feedback.store.ts';
import { giveFeedback, type Ballot } from './give-feedback.ts';
import { VOTES_PER_ADDRESS, VOTES_PER_VISITOR } from './limits.ts';
import type { Trap } from './traps.ts';

const countCatch = gather(countTrapped);

/** Counts a submission that a trap caught in the bots' bucket, and nowhere else. */
export async function setAside(db: Kysely<Database>, trap: Trap, now: Date): Promise<void> {
  await countCatch(db, { day: dayOf(now), trap });
}

/**
 * Counts a visitor's yes or no to an article.
 * @throws TooMany, StalePage
 */
export async function vote(
  db: Kysely<Database>,
  ballot: Ballot,
  visitor: Visitor,
  now: Date,
): Promise<void> {
  await useLimits(db, [
    [VOTES_PER_VISITOR, visitor.code],
    [VOTES_PER_ADDRESS, visitor.network],
  ]);
  await giveFeedback(db, ballot, visitor, now);
}
