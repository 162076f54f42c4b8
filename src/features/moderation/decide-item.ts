import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { announce, type CommunityEvent } from '#src/features/community/announce.ts';
import { announceDecision, type DecisionDeed } from '#src/features/community/announce-decision.ts';
import { permit } from '#src/features/community/permitted.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput, NotFound, StalePage } from '#src/server/errors.ts';
import { changeState } from './change-state.ts';
import { decideFlags } from './flags.store.ts';
import { logEvent } from './log-event.ts';
import { approveMember } from './member-approvals.store.ts';
import type { Kind } from './moderation-event.ts';
import { mayModerate } from './moderation-event.ts';
import { isTaken, mayDecide, type DecisionKind, type ReviewItem } from './review-item.ts';
import { closeItem, findItem, lockItem } from './review-items.store.ts';
import { staffReason } from './staff-reason.ts';
import { withLockedWriting } from './with-locked-writing.ts';
import type { WritingState } from './writing-state.ts';
import { isVisible } from './writing-state.ts';
import type { FoundState } from './writing-states.store.ts';

/** What a moderator has decided. */
interface Decision {
  decision: DecisionKind;
  reason: string;
  /** When the text had been edited last as they read it; undefined where nobody read it. */
  seen?: Date | null;
}

/** What a decision needs to be undone, besides the change of the text's state. */
export interface Decided {
  itemId: number;
  flagIds: number[];
  /** Whether the author became a known member by it. */
  isApproval: boolean;
}

const LOGGED_AS: Record<DecisionKind, Kind> = {
  keep: 'keep',
  hide: 'hide-reviewed',
  remove: 'refuse',
};

/**
 * Decides on an item of the queue: the text is kept (and shown, if it was held or hidden), hidden,
 * or deleted. Flags are upheld or declined with it. Of several moderators one decides, and on
 * nothing but what they have read.
 * @param locale of the sentences about what is wrong
 * @returns the question's id
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput, StalePage
 */
export async function decideItem(
  db: Kysely<Database>,
  actor: Actor | undefined,
  itemId: number,
  { decision, reason: typed, seen }: Decision,
  locale: string,
  now: Date,
): Promise<number> {
  permit(actor, mayModerate(actor));
  const reason = staffReason(typed, decision !== 'keep', locale);
  const before = await findItem(db, itemId);
  if (!before) throw new NotFound();
  const { noun, writingId: id } = before;
  return withLockedWriting(db, noun, id, async (trx, state) => {
    const item = await lockItem(trx, itemId);
    if (!item) throw new NotFound();
    permit(actor, mayDecide(actor, item));
    if (item.decidedAt || isTaken(item, actor.id, now)) throw new StalePage();
    if (seen !== undefined && seen?.getTime() !== state.editedAt?.getTime()) {
      throw new InvalidInput({ seen: messagesFor(locale).review.errors.changed });
    }
    const { authorId } = item;
    const { questionId } = state;
    const byId = actor.id;

    const isKept = decision === 'keep';
    const isApproval = isKept && item.kind !== 'flags' && (await approveMember(trx, authorId, now));
    const change = await changeState(
      trx,
      { noun, id, state },
      changeOf(decision, item, state, byId, now),
    );
    const flagIds = await decideFlags(trx, itemId, !isKept, now);
    await closeItem(trx, itemId, { byId, outcome: isKept ? 'kept' : 'removed', reason }, now);
    const subject = { noun, subjectId: id, questionId, memberId: authorId, reason };
    const decided: Decided = { itemId, flagIds, isApproval };
    const eventId = await logEvent(
      trx,
      { kind: LOGGED_AS[decision], actorId: byId, ...subject, before: { ...change, ...decided } },
      now,
    );
    if (isKept && item.kind === 'held' && item.isUnread && isVisible({ ...state, ...change.is })) {
      await announce(trx, newsOf(item, questionId));
    }
    await tellAuthor(trx, item, { decision, reason, byId, questionId, eventId });
    return questionId;
  });
}

/** What a decision changes of a text's state; one that is as decided stays as it is. */
function changeOf(
  decision: DecisionKind,
  { acceptance }: ReviewItem,
  state: FoundState,
  byId: number,
  now: Date,
): Partial<WritingState> {
  if (decision === 'remove') return state.deletedAt ? {} : { deletedAt: now, deletedById: byId };
  if (decision === 'hide') {
    return { hiddenAt: state.hiddenAt ?? now, hiddenFor: 'moderator' };
  }
  if (state.hiddenFor !== 'held' && state.hiddenFor !== 'flags') return {};
  const isFree = acceptance !== null && state.acceptance === null && !state.deletedAt;
  return { hiddenAt: null, hiddenFor: null, ...(isFree && { acceptance }) };
}

/** The event that would have been told when the text was posted. */
function newsOf({ noun, writingId, authorId }: ReviewItem, questionId: number): CommunityEvent {
  const about = { questionId, byId: authorId };
  if (noun === 'question') return { kind: 'question-asked', ...about };
  return noun === 'answer'
    ? { kind: 'answer-given', answerId: writingId, ...about }
    : { kind: 'comment-written', commentId: writingId, ...about };
}

interface Told {
  decision: DecisionKind;
  reason: string | null;
  byId: number;
  questionId: number;
  eventId: number;
}

/** A text that was on its page all the time, and stays there, is no news. */
async function tellAuthor(
  trx: Transaction<Database>,
  { noun, writingId, authorId, kind }: ReviewItem,
  { decision, reason, byId, questionId, eventId }: Told,
): Promise<void> {
  if (decision === 'keep' && kind !== 'held') return;
  const deeds = { keep: 'approved', hide: 'hidden', remove: 'deleted' } as const;
  const deed: DecisionDeed = deeds[decision];
  await announceDecision(trx, {
    key: `moderation-event-${eventId}`,
    memberId: authorId,
    byId,
    questionId,
    answerId: noun === 'answer' ? writingId : null,
    commentId: noun === 'comment' ? writingId : null,
    deed,
    note: reason ?? '',
  });
}
