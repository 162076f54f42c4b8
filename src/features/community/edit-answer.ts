import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { NotAllowed } from '#src/server/errors.ts';
import { updateAnswer } from './answers.store.ts';
import { checkedBody } from './checked-text.ts';
import { editPlace } from './draft-place.ts';
import { deleteDraft } from './drafts.store.ts';
import { editReason } from './edit-reason.ts';
import { EDITS_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { BODY_LENGTH, isShown, mayEdit, mayWrite } from './question.ts';
import { renderWriting } from './render-writing.ts';
import { keepRevision, type OnEdit } from './revisions.store.ts';
import { usePace } from './use-pace.ts';
import { withLockedAnswer } from './with-locked-question.ts';

/**
 * Changes an answer's text and keeps what it was before; the same text again changes nothing.
 * @param locale of the sentences about what is wrong
 * @returns the question's id
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput, TooMany
 */
export async function editAnswer(
  db: Kysely<Database>,
  actor: Actor | undefined,
  answerId: number,
  typed: { body: string; reason: string },
  locale: string,
  now: Date,
  onEdit?: OnEdit,
): Promise<number> {
  permit(actor, mayWrite(actor));
  const body = checkedBody(typed.body, BODY_LENGTH, locale);
  const html = await renderWriting(db, body);
  await usePace(db, actor, [EDITS_PER_MINUTE]);
  return withLockedAnswer(db, answerId, async (trx, question, answer) => {
    if (!isShown(question)) throw new NotAllowed();
    permit(actor, mayEdit(actor, answer));
    const { authorId } = answer;
    const reason = editReason(actor, authorId, typed.reason, locale);
    if (answer.body !== body) {
      const replacement = { editorId: actor.id, reason, at: now };
      const revisionId = await keepRevision(trx, 'answer', answerId, answer, replacement);
      await updateAnswer(trx, answerId, { body, html }, now);
      await onEdit?.(trx, { questionId: question.id, authorId, revisionId, reason });
    }
    await deleteDraft(trx, actor.id, editPlace('answer', answerId));
    return question.id;
  });
}
