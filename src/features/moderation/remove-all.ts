import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { allQuestionsChanged } from './questions-changed.ts';
import { permit } from '#src/features/community/permitted.ts';
import { lockQuestions } from '#src/features/community/questions.store.ts';
import { NotFound } from '#src/server/errors.ts';
import { logEvent } from './log-event.ts';
import { setApproval } from './member-approvals.store.ts';
import { mayModerate } from './moderation-event.ts';
import {
  closeItemsOf,
  deleteWritings,
  findApproval,
  listWorkedQuestions,
  upholdFlagsOn,
  type RemovedWritings,
} from './removals.store.ts';
import { maySanction } from './sanction.ts';
import { lockMember } from './sanctions.store.ts';
import { staffReason } from './staff-reason.ts';

/** What undoing it needs: exactly what was deleted, and what went with it. */
export interface RemovedAll extends RemovedWritings {
  /** Questions that were locked. */
  questionIds: number[];
  itemIds: number[];
  flagIds: number[];
  approvedAt: string | null;
}

/**
 * Deletes at once all that a member has written and that is not deleted yet, as for a spammer.
 * Their flagged texts' flags are upheld, and their next posts are a new member's again. One event
 * in the log; undoing it brings back exactly these texts.
 * @param locale of the sentence about a reason that is missing
 * @returns how many texts were deleted
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput
 */
export async function removeAll(
  db: Kysely<Database>,
  actor: Actor | undefined,
  memberId: number,
  typedReason: string,
  locale: string,
  now: Date,
): Promise<number> {
  permit(actor, mayModerate(actor));
  const reason = staffReason(typedReason, true, locale);
  return db.transaction().execute(async (trx) => {
    const questionIds = await listWorkedQuestions(trx, memberId);
    if (questionIds.length > 0) await lockQuestions(trx, questionIds);
    const member = await lockMember(trx, memberId);
    if (!member) throw new NotFound();
    permit(actor, maySanction(actor, member));
    const deletion = { byId: actor.id, at: now };
    const removed = await deleteWritings(trx, memberId, questionIds, deletion);
    const approvedAt = await findApproval(trx, memberId);
    await setApproval(trx, memberId, null);
    const itemIds = await closeItemsOf(trx, memberId, { byId: actor.id, reason }, now);
    const flagIds = await upholdFlagsOn(trx, itemIds, now);
    const before: RemovedAll = {
      ...removed,
      questionIds,
      itemIds,
      flagIds,
      approvedAt: approvedAt?.toISOString() ?? null,
    };
    const subject = { noun: 'member', subjectId: memberId, questionId: null, memberId } as const;
    const event = { kind: 'remove-all', actorId: actor.id, ...subject, reason } as const;
    await logEvent(trx, { ...event, before }, now);
    await allQuestionsChanged(trx, questionIds);
    return removed.questions.length + removed.answers.length + removed.comments.length;
  });
}
