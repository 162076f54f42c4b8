import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { AT_ONCE, type Admission } from '#src/features/community/admission.ts';
import type { TypedQuestion } from '#src/features/community/checked-text.ts';
import { editAnswer } from '#src/features/community/edit-answer.ts';
import { editComment } from '#src/features/community/edit-comment.ts';
import { editQuestion } from '#src/features/community/edit-question.ts';
import type { OnEdit } from '#src/features/community/revisions.store.ts';
import { logEvent } from './log-event.ts';
import type { Written } from './writing-state.ts';

/**
 * Changes a text; what staff changes of somebody else's is logged, and what a new member may not
 * post at once waits for a moderator.
 * @param typed of which only a question has title and tags
 * @param locale of the sentences about what is wrong
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput, TooMany
 */
export async function editWriting(
  db: Kysely<Database>,
  actor: Actor | undefined,
  { noun, id }: { noun: Written; id: number },
  typed: TypedQuestion & { reason: string },
  locale: string,
  now: Date,
  admission: Admission = AT_ONCE,
): Promise<void> {
  const onEdit: OnEdit = async (trx, { questionId, authorId, revisionId, reason }) => {
    await admission.record(trx, { noun, id, questionId });
    if (!actor || actor.id === authorId) return;
    const subject = { noun, subjectId: id, questionId, memberId: authorId };
    const event = { kind: 'edit', actorId: actor.id, ...subject, reason } as const;
    await logEvent(trx, { ...event, before: { revisionId } }, now);
  };
  const edit = { question: editQuestion, answer: editAnswer, comment: editComment }[noun];
  await edit(db, actor, id, typed, locale, now, onEdit);
}
