import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { markDeleted } from './deletions.store.ts';
import { permit } from './permitted.ts';
import { mayDeleteQuestion } from './question.ts';
import { withLockedQuestion } from './with-locked-question.ts';

/**
 * Takes a question with all below it off the site; it can be brought back.
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function deleteQuestion(
  db: Kysely<Database>,
  actor: Actor | undefined,
  questionId: number,
  now: Date,
): Promise<void> {
  await withLockedQuestion(db, questionId, async (trx, question) => {
    permit(actor, mayDeleteQuestion(actor, question));
    await markDeleted(trx, 'questions', questionId, { byId: actor.id, at: now });
  });
}
