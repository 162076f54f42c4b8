import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { CommunityEvent } from '#src/features/community/announce.ts';
import { mentionsIn } from '#src/server/mentions.ts';
import {
  called,
  concernedBy,
  findSubject,
  followersOf,
  followersOfShelves,
  othersFollowing,
  writerOf,
  type Subject,
} from './audiences.store.ts';
import { mostMentions, type Occurrence } from './notification.ts';
import { insertNotifications, type Audience } from './notifications.store.ts';

function occurrenceOf(event: CommunityEvent): Occurrence {
  const { questionId, byId } = event;
  const about = { questionId, byId };
  if (event.kind === 'question-asked') {
    return { ...about, event: `question-${questionId}`, kind: 'question' };
  }
  if (event.kind === 'comment-written') {
    const { commentId } = event;
    return { ...about, event: `comment-${commentId}`, kind: 'comment', commentId };
  }
  if (event.kind === 'question-repeated') {
    // By the question alone, so that who has heard of it hears nothing when it is done again.
    return { ...about, event: `duplicate-${questionId}`, kind: 'duplicate' };
  }
  const { answerId } = event;
  return event.kind === 'answer-given'
    ? { ...about, event: `answer-${answerId}`, kind: 'answer', answerId }
    : { ...about, event: `acceptance-${answerId}`, kind: 'acceptance', answerId };
}

function audienceOf({ kind, answerId }: Occurrence, subject: Subject): Audience {
  if (kind === 'question') return followersOfShelves(subject);
  if (kind === 'acceptance') return writerOf(answerId ?? 0);
  // Its asker is told of the decision.
  if (kind === 'duplicate') return othersFollowing(subject.questionId);
  if (kind === 'comment' && subject.answerId !== null) return concernedBy(subject.answerId);
  return followersOf(subject.questionId);
}

/**
 * Tells those whom an event concerns: who is mentioned, and who follows the question or its shelf.
 * Nobody hears of what readers do not see by now. May be done twice.
 */
export async function tellFollowers(
  db: Kysely<Database>,
  event: CommunityEvent,
  now: Date,
): Promise<void> {
  const occurrence = occurrenceOf(event);
  const subject = await findSubject(db, occurrence);
  if (!subject) return;
  const { kind } = occurrence;
  if (kind === 'acceptance' && subject.acceptedAnswerId !== occurrence.answerId) return;
  if (kind === 'duplicate' && subject.duplicateOfId === null) return;
  const told = { ...occurrence, questionId: subject.questionId, answerId: subject.answerId };
  if (kind !== 'acceptance' && kind !== 'duplicate') {
    // First, since whoever is mentioned and follows hears of it once, as mentioned.
    const handles = mentionsIn(subject.body).slice(0, mostMentions(subject.writerSince, now));
    if (handles.length > 0) await insertNotifications(db, called(handles), told, now);
  }
  await insertNotifications(db, audienceOf(occurrence, subject), told, now);
}
