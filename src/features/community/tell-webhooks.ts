import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { announceWebhook } from '#src/features/webhooks/announce-webhook.ts';
import type { CommunityEvent } from './announce.ts';
import { plainQuestionPath } from './question-address.ts';
import { findToldAnswer, findToldComment, findToldQuestion } from './webhook-subjects.store.ts';

/**
 * Tells other systems of an event, once it shows: nothing of what readers do not see by now. May be
 * done twice.
 */
export async function tellWebhooks(
  db: Kysely<Database>,
  event: CommunityEvent,
  now: Date,
): Promise<void> {
  const found = await findToldQuestion(db, event.questionId);
  if (!found) return;
  const { acceptedAnswerId, acceptedAt, ...asked } = found;
  const path = plainQuestionPath(asked);
  const question = { ...asked, url: path };
  const answerOf = async (id: number) => {
    const answer = await findToldAnswer(db, id);
    return answer && { ...answer, url: `${path}?answer=${id}#answer-${id}` };
  };

  if (event.kind === 'question-asked') {
    await announceWebhook(db, 'question.posted', `question-${asked.id}`, { question }, now);
  } else if (event.kind === 'answer-given') {
    const answer = await answerOf(event.answerId);
    if (!answer) return;
    await announceWebhook(db, 'answer.posted', `answer-${answer.id}`, { question, answer }, now);
  } else if (event.kind === 'answer-accepted') {
    const answer = await answerOf(event.answerId);
    if (!answer || acceptedAnswerId !== answer.id) return;
    // One that is accepted anew is told of anew.
    const key = `acceptance-${answer.id}-${acceptedAt?.getTime()}`;
    await announceWebhook(db, 'answer.accepted', key, { question, answer }, now);
  } else if (event.kind === 'comment-written') {
    const comment = await findToldComment(db, event.commentId);
    if (!comment) return;
    const told = { ...comment, url: `${path}#comment-${comment.id}` };
    const data = { question, comment: told };
    await announceWebhook(db, 'comment.posted', `comment-${comment.id}`, data, now);
  }
}
