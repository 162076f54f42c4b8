import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { findRecordedMember, type RecordedMember } from './member-records.store.ts';
import { mayReadLog } from './moderation-event.ts';
import type { Sanction } from './sanction.ts';
import { listSanctions } from './sanctions.store.ts';
import { findStanding } from './standings.store.ts';
import { trustOf, type Trust } from './trust.ts';

const SHOWN = 30;

/** What moderators know of a member. */
export interface MemberRecord extends RecordedMember {
  joinedAt: Date;
  trust: Trust;
  /** The latest first. */
  sanctions: Sanction[];
}

/**
 * What moderators know of a member.
 * @param by handle or id
 * @returns undefined when there is no such member, or when they have left
 * @throws NotSignedIn, NotAllowed
 */
export async function readMemberRecord(
  db: Kysely<Database>,
  actor: Actor | undefined,
  by: { handle: string } | { id: number },
  now: Date,
): Promise<MemberRecord | undefined> {
  permit(actor, mayReadLog(actor));
  const member = await findRecordedMember(db, by);
  if (!member) return undefined;
  const [standing, sanctions] = await Promise.all([
    findStanding(db, member.id, now),
    listSanctions(db, member.id, SHOWN),
  ]);
  if (!standing) return undefined;
  return { ...member, joinedAt: standing.joinedAt, trust: trustOf(standing), sanctions };
}
