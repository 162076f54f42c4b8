import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { isStaff, type Actor } from '#src/features/accounts/actor.ts';
import { AT_ONCE, type Admission } from './admission.ts';
import { announce } from './announce.ts';
import { insertAnswer } from './answers.store.ts';
import { checkedBody } from './checked-text.ts';
import { answerPlace } from './draft-place.ts';
import { deleteDraft } from './drafts.store.ts';
import { insertOwnFollow } from './follows.store.ts';
import { ANSWERS_ON_FIRST_DAY, ANSWERS_PER_DAY, ANSWERS_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { BODY_LENGTH, mayAnswer, mayWrite } from './question.ts';
import { countAnswer } from './questions.store.ts';
import { renderWriting } from './render-writing.ts';
import { usePace } from './use-pace.ts';
import { withLockedQuestion } from './with-locked-question.ts';

/**
 * Posts an answer, official when staff gives it, and drops its draft. What is held stands there
 * for its writer and moderators, and does not count.
 * @param locale of the sentences about what is wrong
 * @returns the answer's id
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput, TooMany
 */
export async function answerQuestion(
  db: Kysely<Database>,
  actor: Actor | undefined,
  questionId: number,
  typed: string,
  locale: string,
  now: Date,
  admission: Admission = AT_ONCE,
): Promise<number> {
  permit(actor, mayWrite(actor));
  const body = checkedBody(typed, BODY_LENGTH, locale);
  const html = await renderWriting(db, body);
  await usePace(db, actor, [ANSWERS_PER_MINUTE, ANSWERS_PER_DAY], {
    limit: ANSWERS_ON_FIRST_DAY,
    secondsLeft: admission.firstDayLeft,
  });
  return withLockedQuestion(db, questionId, async (trx, question) => {
    permit(actor, mayAnswer(actor, question));
    const answer = { questionId, authorId: actor.id, body, html, official: isStaff(actor) };
    const id = await insertAnswer(trx, answer, now);
    await deleteDraft(trx, actor.id, answerPlace(questionId));
    await insertOwnFollow(trx, questionId, actor.id, now);
    await admission.record(trx, { noun: 'answer', id, questionId });
    if (!admission.isHeld) {
      await countAnswer(trx, questionId, 1, now);
      await announce(trx, { kind: 'answer-given', questionId, answerId: id, byId: actor.id });
    }
    return id;
  });
}
