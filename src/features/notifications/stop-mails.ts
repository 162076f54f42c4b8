import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { unfollowQuestion } from '#src/features/community/unfollow-question.ts';
import { DEFAULT_CHOICES, REASONS } from './mail-choice.ts';
import { findChoices, writeChoice } from './mail-choices.store.ts';
import type { StopScope } from './stop-scope.ts';

/**
 * Stops what a link in a mail is for. Doing it again changes nothing.
 * @param scope as read from what we signed ourselves: whoever has the mail may do it
 * @throws NotFound when the question is gone for good
 */
export async function stopMails(db: Kysely<Database>, scope: StopScope, now: Date): Promise<void> {
  const { memberId } = scope;
  if (scope.what === 'question') return unfollowQuestion(db, memberId, scope.questionId);
  const { choices } = await findChoices(db, memberId);
  const isStopped = (reason: (typeof REASONS)[number]) => {
    const pace = choices[reason] ?? DEFAULT_CHOICES[reason];
    return scope.what === 'digest' ? pace === 'daily' || pace === 'weekly' : reason === scope.what;
  };
  await db.transaction().execute(async (trx) => {
    for (const reason of REASONS.filter(isStopped)) {
      await writeChoice(trx, memberId, reason, 'never', now);
    }
  });
}
