import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { markDeleted } from './deletions.store.ts';
import { permit } from './permitted.ts';
import { mayRestore } from './question.ts';
import { countAnswer } from './questions.store.ts';
import { withLockedAnswer } from './with-locked-question.ts';

/**
 * Brings a deleted answer back.
 * @returns the question's id
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function restoreAnswer(
  db: Kysely<Database>,
  actor: Actor | undefined,
  answerId: number,
): Promise<number> {
  return withLockedAnswer(db, answerId, async (trx, question, answer) => {
    permit(actor, mayRestore(actor, answer));
    await markDeleted(trx, 'answers', answerId, undefined);
    if (answer.hiddenAt === null) await countAnswer(trx, question.id, 1);
    return question.id;
  });
}
