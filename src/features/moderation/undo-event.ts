import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { questionChanged } from '#src/features/community/announce.ts';
import { permit } from '#src/features/community/permitted.ts';
import { lockQuestions } from '#src/features/community/questions.store.ts';
import { NotFound, StalePage } from '#src/server/errors.ts';
import { inTransaction } from '#src/server/transaction.ts';
import { logEvent } from './log-event.ts';
import { mayModerate } from './moderation-event.ts';
import { findEvent, markUndone } from './moderation-events.store.ts';
import { UNDOERS } from './undoers.ts';

/**
 * Takes back what staff did, and logs that too.
 * @returns the id of the question that it was about, if of any
 * @throws NotSignedIn, NotAllowed, NotFound; StalePage when it is undone already, or when what
 * came after it stands in the way
 */
export async function undoEvent(
  db: Kysely<Database>,
  actor: Actor | undefined,
  eventId: number,
  now: Date,
): Promise<number | null> {
  permit(actor, mayModerate(actor));
  const event = await findEvent(db, eventId);
  if (!event) throw new NotFound();
  const undoer = UNDOERS[event.kind];
  if (!undoer) throw new StalePage();
  const own = event.questionId === null ? [] : [event.questionId];
  const held = [...own, ...(undoer.alsoLocked?.(event) ?? [])];
  return inTransaction(db, async (trx) => {
    if (held.length > 0) await lockQuestions(trx, held);
    const isFirst = await markUndone(trx, eventId, actor.id, now);
    if (!isFirst || !(await undoer.undo(trx, event, { byId: actor.id, now }))) {
      throw new StalePage();
    }
    const { noun, subjectId, questionId, memberId } = event;
    const subject = { noun, subjectId, questionId, memberId };
    const undoing = { kind: 'undo', actorId: actor.id, ...subject, reason: null } as const;
    await logEvent(trx, { ...undoing, before: { eventId } }, now);
    for (const id of held) await questionChanged(trx, id);
    return questionId;
  });
}
