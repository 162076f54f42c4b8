import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { renderMarkdown } from '#src/server/markdown.ts';
import { checkedQuestion, type TypedQuestion } from './checked-text.ts';
import { editReason } from './edit-reason.ts';
import { EDITS_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { mayEdit, mayWrite } from './question.ts';
import { updateQuestion } from './questions.store.ts';
import { keepQuestionRevision } from './revisions.store.ts';
import { usePace } from './use-pace.ts';
import { withLockedQuestion } from './with-locked-question.ts';

/**
 * Changes a question's text and keeps what it was before; the same text again changes nothing.
 * @param locale of the sentences about what is wrong
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput, TooMany
 */
export async function editQuestion(
  db: Kysely<Database>,
  actor: Actor | undefined,
  questionId: number,
  typed: TypedQuestion & { reason: string },
  locale: string,
  now: Date,
): Promise<void> {
  permit(actor, mayWrite(actor));
  const text = checkedQuestion(typed, locale);
  const html = await renderMarkdown(text.body);
  await usePace(db, actor, [EDITS_PER_MINUTE]);
  await withLockedQuestion(db, questionId, async (trx, question) => {
    permit(actor, mayEdit(actor, question));
    const reason = editReason(actor, question.authorId, typed.reason, locale);
    const { title, body, tags } = question;
    if (JSON.stringify([title, body, tags]) === JSON.stringify([text.title, text.body, text.tags]))
      return;
    const replacement = { editorId: actor.id, reason, at: now };
    await keepQuestionRevision(trx, questionId, question, replacement);
    await updateQuestion(trx, questionId, { ...text, html }, now);
  });
}
