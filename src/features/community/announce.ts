import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { tellChange } from '#src/server/changes.ts';
import { addRepeatableJob } from '#src/server/jobs.store.ts';

/** What others may want to hear of; every id is of something that readers see, or are led on from. */
export type CommunityEvent =
  | { kind: 'question-asked'; questionId: number; byId: number }
  | { kind: 'answer-given'; questionId: number; answerId: number; byId: number }
  | { kind: 'comment-written'; questionId: number; commentId: number; byId: number }
  | { kind: 'answer-accepted'; questionId: number; answerId: number; byId: number }
  | { kind: 'question-repeated'; questionId: number; byId: number };

/** The job that tells those who follow. */
export const COMMUNITY_EVENT_TASK = 'community-event';

/** Of all lists of questions. */
export const LISTS_TAG = 'questions';

/** Of one question's page. */
export const questionTag = (id: number): string => `question:${id}`;

/** Tells open pages and kept ones that a question looks different once the transaction commits. */
export async function questionChanged(trx: Transaction<Database>, id: number): Promise<void> {
  await tellChange(trx, [LISTS_TAG, questionTag(id)]);
}

/** Queues that those who follow are told of an event. */
export async function announce(trx: Transaction<Database>, event: CommunityEvent): Promise<void> {
  await addRepeatableJob(trx, COMMUNITY_EVENT_TASK, event);
}
