import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { isModerator, type Actor } from '#src/features/accounts/actor.ts';
import { findAnswer } from './answers.store.ts';
import { pageOf, type Span } from './list-cursor.ts';
import { ANSWERS_SHOWN, placeOfAnswer, type QuestionPage } from './question-page.ts';
import { findQuestionPage } from './question-pages.store.ts';

/**
 * A question with a page of its answers as `actor` reads it. Whether they may read the question
 * at all is for the caller to see, who can say what has become of it.
 * @param answerId an answer that has to be on the page; the page begins with it if need be
 */
export async function readQuestionPage(
  db: Kysely<Database>,
  id: number,
  actor: Actor | undefined,
  span: Span,
  answerId?: number,
): Promise<QuestionPage | undefined> {
  const reader = { memberId: actor?.id ?? null, isModerator: isModerator(actor) };
  const found = await findQuestionPage(db, id, reader, span, ANSWERS_SHOWN + 1);
  if (!found) return undefined;
  const { question, accepted, answers, drafts } = found;
  if (answerId !== undefined && !answers.some((answer) => answer.id === answerId)) {
    const wanted = await findAnswer(db, answerId);
    if (wanted?.questionId === id) {
      const after = { value: wanted.score, id: wanted.id - 1 };
      return readQuestionPage(db, id, actor, { after });
    }
  }
  const page = pageOf(answers, ANSWERS_SHOWN, span, placeOfAnswer);
  return { question, accepted, answers: page, drafts };
}
