import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { announceDecision } from '#src/features/community/announce-decision.ts';
import { permit } from '#src/features/community/permitted.ts';
import { NotFound } from '#src/server/errors.ts';
import { inTransaction } from '#src/server/transaction.ts';
import { logEvent } from './log-event.ts';
import { mayModerate } from './moderation-event.ts';
import { endOfSanction, maySanction, type SanctionDays, type SanctionKind } from './sanction.ts';
import { applySanctions, insertSanction, lockMember } from './sanctions.store.ts';
import { staffReason } from './staff-reason.ts';

const LOGGED_AS = { warning: 'warn', silence: 'silence', suspension: 'suspend' } as const;
const TOLD_AS = { warning: 'warned', silence: 'silenced', suspension: 'suspended' } as const;

/**
 * Warns, silences or suspends a member, who reads the reason. It ends by itself.
 * @param locale of the sentence about a reason that is missing
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput
 */
export async function sanctionMember(
  db: Kysely<Database>,
  actor: Actor | undefined,
  memberId: number,
  { kind, days, reason: typed }: { kind: SanctionKind; days: SanctionDays; reason: string },
  locale: string,
  now: Date,
): Promise<void> {
  permit(actor, mayModerate(actor));
  const reason = staffReason(typed, true, locale) ?? '';
  await inTransaction(db, async (trx) => {
    const member = await lockMember(trx, memberId);
    if (!member) throw new NotFound();
    permit(actor, maySanction(actor, member));
    const byId = actor.id;
    const endsAt = endOfSanction(kind, days, now);
    const sanctionId = await insertSanction(trx, { memberId, kind, reason, byId, endsAt }, now);
    await applySanctions(trx, memberId);
    const subject = { noun: 'member', subjectId: memberId, questionId: null, memberId } as const;
    const event = { kind: LOGGED_AS[kind], actorId: byId, ...subject, reason };
    const eventId = await logEvent(trx, { ...event, before: { sanctionId, endsAt } }, now);
    await announceDecision(trx, {
      key: `moderation-event-${eventId}`,
      memberId,
      byId,
      questionId: null,
      deed: TOLD_AS[kind],
      note: reason,
    });
  });
}
