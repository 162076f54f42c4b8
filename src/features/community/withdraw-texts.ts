import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { questionChanged } from './announce.ts';
import {
  emptyAnswers,
  emptyComments,
  emptyQuestions,
  lockQuestionsOf,
} from './withdrawals.store.ts';

/** The job that does it once more, for what was being posted in that very moment. */
export const WITHDRAW_TEXTS_TASK = 'withdraw-texts';

/**
 * Deletes for good what a member has written, but for what others need: answers that somebody else
 * accepted, and questions that others have answered.
 */
export async function withdrawTexts(
  trx: Transaction<Database>,
  memberId: number,
  now: Date,
): Promise<void> {
  const ids = await lockQuestionsOf(trx, memberId);
  await emptyAnswers(trx, memberId, now);
  await emptyComments(trx, memberId, now);
  // Last: whether an answer stands below them is known now.
  await emptyQuestions(trx, memberId, now);
  for (const id of ids) await questionChanged(trx, id);
}
