import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import type { Visitor } from '#src/server/visitor.ts';
import { giveFeedback, type Ballot } from './give-feedback.ts';
import { COMMENTS_PER_ADDRESS, COMMENTS_PER_VISITOR } from './limits.ts';

/**
 * Adds reason, comment and section to a vote.
 * @param voted code under which the vote was stored, which need not be the visitor's present one
 * @throws TooMany, StalePage
 */
export async function explain(
  db: Kysely<Database>,
  ballot: Ballot,
  visitor: Visitor,
  voted: string,
  now: Date,
): Promise<void> {
  await useLimits(db, [
    [COMMENTS_PER_VISITOR, voted],
    [COMMENTS_PER_ADDRESS, visitor.network],
  ]);
  const codeYesterday = voted === visitor.code ? visitor.codeYesterday : undefined;
  await giveFeedback(db, ballot, { code: voted, codeYesterday }, now);
}
