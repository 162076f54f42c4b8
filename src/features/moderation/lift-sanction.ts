import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { NotFound, StalePage } from '#src/server/errors.ts';
import { logEvent } from './log-event.ts';
import { mayModerate } from './moderation-event.ts';
import { isInForce, maySanction } from './sanction.ts';
import { applySanctions, findSanction, lockMember, setLifted } from './sanctions.store.ts';

/**
 * Ends a sanction before its time, or takes a warning back.
 * @throws NotSignedIn, NotAllowed, NotFound; StalePage when it is over already
 */
export async function liftSanction(
  db: Kysely<Database>,
  actor: Actor | undefined,
  sanctionId: number,
  now: Date,
): Promise<void> {
  permit(actor, mayModerate(actor));
  const before = await findSanction(db, sanctionId);
  if (!before) throw new NotFound();
  const { memberId } = before;
  await db.transaction().execute(async (trx) => {
    const member = await lockMember(trx, memberId);
    const sanction = await findSanction(trx, sanctionId);
    if (!member || !sanction) throw new NotFound();
    permit(actor, maySanction(actor, member));
    if (!isInForce(sanction, now)) throw new StalePage();
    await setLifted(trx, sanctionId, { byId: actor.id, at: now });
    await applySanctions(trx, memberId);
    const subject = { noun: 'member', subjectId: memberId, questionId: null, memberId } as const;
    const event = { kind: 'lift', actorId: actor.id, ...subject, reason: null } as const;
    await logEvent(trx, { ...event, before: { sanctionId } }, now);
  });
}
