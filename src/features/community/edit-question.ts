import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { checkedQuestion, type TypedQuestion } from './checked-text.ts';
import { editPlace } from './draft-place.ts';
import { deleteDraft } from './drafts.store.ts';
import { editReason } from './edit-reason.ts';
import { EDITS_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { mayEdit, mayWrite } from './question.ts';
import { updateQuestion } from './questions.store.ts';
import { renderWriting } from './render-writing.ts';
import { keepRevision, type OnEdit } from './revisions.store.ts';
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
  onEdit?: OnEdit,
): Promise<void> {
  permit(actor, mayWrite(actor));
  const text = checkedQuestion(typed, locale);
  const html = await renderWriting(db, text.body);
  await usePace(db, actor, [EDITS_PER_MINUTE]);
  await withLockedQuestion(db, questionId, async (trx, question) => {
    permit(actor, mayEdit(actor, question));
    const { authorId } = question;
    const reason = editReason(actor, authorId, typed.reason, locale);
    await deleteDraft(trx, actor.id, editPlace('question', questionId));
    const { title, body, tags } = question;
    if (JSON.stringify([title, body, tags]) === JSON.stringify([text.title, text.body, text.tags]))
      return;
    const replacement = { editorId: actor.id, reason, at: now };
    const revisionId = await keepRevision(trx, 'question', questionId, question, replacement);
    await updateQuestion(trx, questionId, { ...text, html }, now);
    await onEdit?.(trx, { questionId, authorId, revisionId, reason });
  });
}
