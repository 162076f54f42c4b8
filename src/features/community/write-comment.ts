import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { NotFound } from '#src/server/errors.ts';
import { AT_ONCE, type Admission } from './admission.ts';
import { announce } from './announce.ts';
import { findAnswer } from './answers.store.ts';
import { checkedBody } from './checked-text.ts';
import { COMMENT_LENGTH } from './comment.ts';
import { insertComment } from './comments.store.ts';
import { commentPlace } from './draft-place.ts';
import { deleteDraft } from './drafts.store.ts';
import { insertOwnFollow } from './follows.store.ts';
import { ANSWERS_ON_FIRST_DAY, ANSWERS_PER_DAY, ANSWERS_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { isShown, mayAnswer, mayWrite } from './question.ts';
import { renderWriting } from './render-writing.ts';
import { usePace } from './use-pace.ts';
import { withLockedQuestion } from './with-locked-question.ts';

/** What a comment is about. */
export interface CommentTarget {
  questionId: number;
  /** Absent when it is about the question itself. */
  answerId: number | undefined;
}

/**
 * Posts a remark under a question or one of its answers.
 * @param locale of the sentences about what is wrong
 * @returns the comment's id
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput, TooMany
 */
export async function writeComment(
  db: Kysely<Database>,
  actor: Actor | undefined,
  { questionId, answerId }: CommentTarget,
  typed: string,
  locale: string,
  now: Date,
  admission: Admission = AT_ONCE,
): Promise<number> {
  permit(actor, mayWrite(actor));
  const body = checkedBody(typed, COMMENT_LENGTH, locale);
  const html = await renderWriting(db, body);
  await usePace(db, actor, [ANSWERS_PER_MINUTE, ANSWERS_PER_DAY], {
    limit: ANSWERS_ON_FIRST_DAY,
    secondsLeft: admission.firstDayLeft,
  });
  return withLockedQuestion(db, questionId, async (trx, question) => {
    permit(actor, mayAnswer(actor, question));
    if (answerId !== undefined) {
      const answer = await findAnswer(trx, answerId);
      if (!answer || answer.questionId !== questionId || !isShown(answer)) throw new NotFound();
    }
    const comment = { questionId, answerId: answerId ?? null, authorId: actor.id, body, html };
    const id = await insertComment(trx, comment, now);
    await deleteDraft(trx, actor.id, commentPlace(questionId, answerId));
    await insertOwnFollow(trx, questionId, actor.id, now);
    await admission.record(trx, { noun: 'comment', id, questionId });
    if (!admission.isHeld) {
      await announce(trx, { kind: 'comment-written', questionId, commentId: id, byId: actor.id });
    }
    return id;
  });
}
