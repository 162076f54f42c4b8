import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { addRepeatableJob } from '#src/server/jobs.store.ts';

/** What a moderator can decide that its member hears of. */
export type DecisionDeed =
  | 'hidden'
  | 'deleted'
  | 'restored'
  | 'approved'
  | 'moved'
  | 'locked'
  | 'duplicate'
  | 'warned'
  | 'silenced'
  | 'suspended';

/** A moderator's decision about a member, or about what they wrote. */
export interface Decision {
  /** Names the decision among all, such as `moderation-event-12`; of each, its member hears once. */
  key: string;
  memberId: number;
  byId: number;
  /** Null when it is about the member. */
  questionId: number | null;
  answerId?: number | null;
  commentId?: number | null;
  deed: DecisionDeed;
  /** The reason, as the member is to read it; may be empty. */
  note: string;
}

/** The job that tells members of decisions about them. */
export const MODERATION_NOTICE_TASK = 'moderation-notice';

/** Queues that a member is told of a moderator's decision. */
export async function announceDecision(
  trx: Transaction<Database>,
  decision: Decision,
): Promise<void> {
  await addRepeatableJob(trx, MODERATION_NOTICE_TASK, decision);
}
