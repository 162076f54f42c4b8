import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { NotFound } from '#src/server/errors.ts';
import { mayFollow, mayFollowQuestion } from './follow.ts';
import { insertQuestionFollow } from './follows.store.ts';
import { FOLLOWS_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { findQuestion } from './questions.store.ts';
import { usePace } from './use-pace.ts';

/**
 * Makes a member hear of what happens to a question.
 * @throws NotSignedIn, NotAllowed, NotFound, TooMany
 */
export async function followQuestion(
  db: Kysely<Database>,
  actor: Actor | undefined,
  questionId: number,
  now: Date,
): Promise<void> {
  permit(actor, mayFollow(actor));
  await usePace(db, actor, [FOLLOWS_PER_MINUTE]);
  const question = await findQuestion(db, questionId);
  if (!question) throw new NotFound();
  permit(actor, mayFollowQuestion(actor, question));
  await db.transaction().execute((trx) => insertQuestionFollow(trx, questionId, actor.id, now));
}
