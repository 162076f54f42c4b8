import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotFound } from '#src/server/errors.ts';
import { changeState } from './change-state.ts';
import type { HoldReason } from './judge.ts';
import { logEvent } from './log-event.ts';
import { keepAcceptance, openItem } from './review-items.store.ts';
import type { Written } from './writing-state.ts';
import { findState } from './writing-states.store.ts';

/**
 * Hides a text until a moderator has looked at it, and puts it into the queue; of one that is held
 * already, the queue has the new reasons. Its question is locked.
 * @param isUnread whether nobody has read the text yet
 */
export async function holdWriting(
  trx: Transaction<Database>,
  { noun, id }: { noun: Written; id: number },
  { reasons, isUnread }: { reasons: HoldReason[]; isUnread: boolean },
  now: Date,
): Promise<void> {
  const state = await findState(trx, noun, id);
  if (!state) throw new NotFound();
  const { questionId, authorId, acceptance } = state;
  const item = { noun, writingId: id, questionId, authorId, reasons, isUnread } as const;
  const itemId = await openItem(trx, { ...item, kind: 'held' }, now);
  if (state.hiddenFor === 'held') return;
  const held = { hiddenAt: now, hiddenFor: 'held' } as const;
  const { is } = await changeState(trx, { noun, id, state }, held);
  if (is.acceptance === null) await keepAcceptance(trx, itemId, acceptance);
  const subject = { noun, subjectId: id, questionId, memberId: authorId, reason: null };
  await logEvent(
    trx,
    { kind: 'hold', actorId: null, ...subject, before: { itemId, reasons } },
    now,
  );
}
