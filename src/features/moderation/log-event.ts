import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { announceDecision, type DecisionDeed } from '#src/features/community/announce-decision.ts';
import type { Kind } from './moderation-event.ts';
import { insertEvent, type NewEvent } from './moderation-events.store.ts';

/** What members hear of that was done to their texts. */
const TOLD: { [kind in Kind]?: DecisionDeed } = {
  lock: 'locked',
  hide: 'hidden',
  show: 'restored',
  remove: 'deleted',
  restore: 'restored',
  move: 'moved',
  duplicate: 'duplicate',
  merge: 'duplicate',
};

/**
 * Puts a deed into the log, in the transaction that does it: neither is without the other. Whose
 * text it was is told what happened to it.
 * @returns the event's id
 */
export async function logEvent(
  trx: Transaction<Database>,
  event: NewEvent,
  now: Date,
): Promise<number> {
  const id = await insertEvent(trx, event, now);
  const deed = TOLD[event.kind];
  const { actorId, memberId, noun, subjectId, questionId, reason } = event;
  if (deed && actorId !== null && memberId !== null) {
    await announceDecision(trx, {
      key: `moderation-event-${id}`,
      memberId,
      byId: actorId,
      questionId,
      answerId: noun === 'answer' ? subjectId : null,
      commentId: noun === 'comment' ? subjectId : null,
      deed,
      note: reason ?? '',
    });
  }
  return id;
}
