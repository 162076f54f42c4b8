import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { markDeleted } from './deletions.store.ts';
import { permit } from './permitted.ts';
import { mayRestore } from './question.ts';
import { withLockedQuestion } from './with-locked-question.ts';

/**
 * Brings a deleted question back.
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function restoreQuestion(
  db: Kysely<Database>,
  actor: Actor | undefined,
  questionId: number,
): Promise<void> {
  await withLockedQuestion(db, questionId, async (trx, question) => {
    permit(actor, mayRestore(actor, question));
    await markDeleted(trx, 'questions', questionId, undefined);
  });
}
