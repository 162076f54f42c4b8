import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ModerationEvent } from './moderation-event.ts';
import { isInForce } from './sanction.ts';
import { applySanctions, findSanction, lockMember, setLifted } from './sanctions.store.ts';

type Undoing = { byId: number; now: Date };

/** The sanction of an event with its member locked. */
async function locked(trx: Transaction<Database>, { before, memberId }: ModerationEvent) {
  const { sanctionId } = before as { sanctionId: number };
  const member = await lockMember(trx, memberId ?? 0);
  return member && (await findSanction(trx, sanctionId));
}

/**
 * Lifts what was imposed.
 * @returns false when it is over or lifted already
 */
export async function undoSanction(
  trx: Transaction<Database>,
  event: ModerationEvent,
  { byId, now }: Undoing,
): Promise<boolean> {
  const sanction = await locked(trx, event);
  if (!sanction || !isInForce(sanction, now)) return false;
  await setLifted(trx, sanction.id, { byId, at: now });
  await applySanctions(trx, sanction.memberId);
  return true;
}

/**
 * Imposes again what was lifted, until its own end.
 * @returns false when it would be over by now
 */
export async function undoLift(
  trx: Transaction<Database>,
  event: ModerationEvent,
  { now }: Undoing,
): Promise<boolean> {
  const sanction = await locked(trx, event);
  if (!sanction || !isInForce({ ...sanction, liftedAt: null }, now)) return false;
  await setLifted(trx, sanction.id, undefined);
  await applySanctions(trx, sanction.memberId);
  return true;
}
