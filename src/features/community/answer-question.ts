import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { isStaff, type Actor } from '#src/features/accounts/actor.ts';
import { renderMarkdown } from '#src/server/markdown.ts';
import { announce } from './announce.ts';
import { insertAnswer } from './answers.store.ts';
import { checkedBody } from './checked-text.ts';
import { deleteDraft } from './drafts.store.ts';
import { ANSWERS_PER_DAY, ANSWERS_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { BODY_LENGTH, mayAnswer, mayWrite } from './question.ts';
import { countAnswer } from './questions.store.ts';
import { answerPlace } from './save-draft.ts';
import { usePace } from './use-pace.ts';
import { withLockedQuestion } from './with-locked-question.ts';

/**
 * Posts an answer, official when staff gives it, and drops its draft.
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
): Promise<number> {
  permit(actor, mayWrite(actor));
  const body = checkedBody(typed, BODY_LENGTH, locale);
  const html = await renderMarkdown(body);
  await usePace(db, actor, [ANSWERS_PER_MINUTE, ANSWERS_PER_DAY]);
  return withLockedQuestion(db, questionId, async (trx, question) => {
    permit(actor, mayAnswer(actor, question));
    const answer = { questionId, authorId: actor.id, body, html, official: isStaff(actor) };
    const id = await insertAnswer(trx, answer, now);
    await countAnswer(trx, questionId, 1, now);
    await deleteDraft(trx, actor.id, answerPlace(questionId));
    await announce(trx, { kind: 'answer-given', questionId, answerId: id, byId: actor.id });
    return id;
  });
}
