import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { NotAllowed } from '#src/server/errors.ts';
import { checkedBody } from './checked-text.ts';
import { COMMENT_LENGTH } from './comment.ts';
import { updateComment } from './comments.store.ts';
import { editPlace } from './draft-place.ts';
import { deleteDraft } from './drafts.store.ts';
import { editReason } from './edit-reason.ts';
import { EDITS_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { isShown, mayEdit, mayWrite } from './question.ts';
import { renderWriting } from './render-writing.ts';
import { keepRevision, type OnEdit } from './revisions.store.ts';
import { usePace } from './use-pace.ts';
import { withLockedComment } from './with-locked-question.ts';

/**
 * Changes a comment's text and keeps what it was before; the same text again changes nothing.
 * @param locale of the sentences about what is wrong
 * @returns the question's id
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput, TooMany
 */
export async function editComment(
  db: Kysely<Database>,
  actor: Actor | undefined,
  commentId: number,
  typed: { body: string; reason: string },
  locale: string,
  now: Date,
  onEdit?: OnEdit,
): Promise<number> {
  permit(actor, mayWrite(actor));
  const body = checkedBody(typed.body, COMMENT_LENGTH, locale);
  const html = await renderWriting(db, body);
  await usePace(db, actor, [EDITS_PER_MINUTE]);
  return withLockedComment(db, commentId, async (trx, question, comment) => {
    if (!isShown(question)) throw new NotAllowed();
    permit(actor, mayEdit(actor, comment));
    const { authorId } = comment;
    const reason = editReason(actor, authorId, typed.reason, locale);
    if (comment.body !== body) {
      const replacement = { editorId: actor.id, reason, at: now };
      const revisionId = await keepRevision(trx, 'comment', commentId, comment, replacement);
      await updateComment(trx, commentId, { body, html }, now);
      await onEdit?.(trx, { questionId: question.id, authorId, revisionId, reason });
    }
    await deleteDraft(trx, actor.id, editPlace('comment', commentId));
    return question.id;
  });
}
