import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { inTransaction } from '#src/server/transaction.ts';
import { AT_ONCE, type Admission } from './admission.ts';
import { announce, questionChanged } from './announce.ts';
import { checkedQuestion, type TypedQuestion } from './checked-text.ts';
import { ASK_PLACE } from './draft-place.ts';
import { deleteDraft } from './drafts.store.ts';
import { insertOwnFollow } from './follows.store.ts';
import { QUESTION_PAUSE, QUESTIONS_ON_FIRST_DAY, QUESTIONS_PER_DAY } from './limits.ts';
import { permit } from './permitted.ts';
import { mayAsk } from './question.ts';
import { insertQuestion, type QuestionPlace } from './questions.store.ts';
import { renderWriting } from './render-writing.ts';
import { tidySearched } from './searched.ts';
import { usePace } from './use-pace.ts';

/**
 * Posts a question, and drops its draft. What is held stands there for its asker and moderators.
 * @returns the question's id and title
 * @throws NotSignedIn, NotAllowed, InvalidInput, TooMany
 */
export async function askQuestion(
  db: Kysely<Database>,
  actor: Actor | undefined,
  place: QuestionPlace,
  typed: TypedQuestion,
  now: Date,
  admission: Admission = AT_ONCE,
): Promise<{ id: number; title: string }> {
  permit(actor, mayAsk(actor));
  const text = checkedQuestion(typed, place.locale);
  const searched = tidySearched(place.searched ?? '');
  const html = await renderWriting(db, text.body);
  await usePace(db, actor, [QUESTION_PAUSE, QUESTIONS_PER_DAY], {
    limit: QUESTIONS_ON_FIRST_DAY,
    secondsLeft: admission.firstDayLeft,
  });
  const id = await inTransaction(db, async (trx) => {
    await deleteDraft(trx, actor.id, ASK_PLACE);
    const questionId = await insertQuestion(
      trx,
      actor.id,
      { ...place, searched },
      { ...text, html },
      now,
    );
    await insertOwnFollow(trx, questionId, actor.id, now);
    await admission.record(trx, { noun: 'question', id: questionId, questionId });
    if (!admission.isHeld) {
      await announce(trx, { kind: 'question-asked', questionId, byId: actor.id });
    }
    await questionChanged(trx, questionId);
    return questionId;
  });
  return { id, title: text.title };
}
