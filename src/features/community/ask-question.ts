import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { renderMarkdown } from '#src/server/markdown.ts';
import { announce, questionChanged } from './announce.ts';
import { checkedQuestion, type TypedQuestion } from './checked-text.ts';
import { deleteDraft } from './drafts.store.ts';
import { QUESTION_PAUSE, QUESTIONS_PER_DAY } from './limits.ts';
import { permit } from './permitted.ts';
import { mayAsk } from './question.ts';
import { insertQuestion, type QuestionPlace } from './questions.store.ts';
import { usePace } from './use-pace.ts';

/** The place of the draft of a question. */
export const ASK_PLACE = 'ask';

/**
 * Posts a question, and drops its draft.
 * @returns the question's id and title
 * @throws NotSignedIn, NotAllowed, InvalidInput, TooMany
 */
export async function askQuestion(
  db: Kysely<Database>,
  actor: Actor | undefined,
  place: QuestionPlace,
  typed: TypedQuestion,
  now: Date,
): Promise<{ id: number; title: string }> {
  permit(actor, mayAsk(actor));
  const text = checkedQuestion(typed, place.locale);
  const html = await renderMarkdown(text.body);
  await usePace(db, actor, [QUESTION_PAUSE, QUESTIONS_PER_DAY]);
  const id = await db.transaction().execute(async (trx) => {
    await deleteDraft(trx, actor.id, ASK_PLACE);
    const questionId = await insertQuestion(trx, actor.id, place, { ...text, html }, now);
    await announce(trx, { kind: 'question-asked', questionId, byId: actor.id });
    await questionChanged(trx, questionId);
    return questionId;
  });
  return { id, title: text.title };
}
