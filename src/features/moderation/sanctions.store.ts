import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Role } from '#src/features/accounts/actor.ts';
import type { Sanction, SanctionKind } from './sanction.ts';

/** Who a sanction is imposed on. */
export interface SanctionedMember {
  id: number;
  handle: string;
  name: string;
  role: Role;
}

const COLUMNS = [
  'id',
  'member_id as memberId',
  'kind',
  'reason',
  'created_at as createdAt',
  'ends_at as endsAt',
  'lifted_at as liftedAt',
] as const;

/** A member whom nobody else can sanction before the transaction ends. */
export function lockMember(
  trx: Transaction<Database>,
  id: number,
): Promise<SanctionedMember | undefined> {
  return trx
    .selectFrom('members')
    .select(['id', 'handle', 'name', 'role'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** @returns the sanction's id */
export async function insertSanction(
  trx: Transaction<Database>,
  sanction: {
    memberId: number;
    kind: SanctionKind;
    reason: string;
    byId: number;
    endsAt: Date | null;
  },
  now: Date,
): Promise<number> {
  const { memberId, kind, reason, byId, endsAt } = sanction;
  const { id } = await trx
    .insertInto('sanctions')
    .values({ member_id: memberId, kind, reason, by_id: byId, ends_at: endsAt, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export function findSanction(db: Kysely<Database>, id: number): Promise<Sanction | undefined> {
  return db.selectFrom('sanctions').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** Writes who lifted a sanction, or that it was not lifted. */
export async function setLifted(
  trx: Transaction<Database>,
  id: number,
  lifting: { byId: number; at: Date } | undefined,
): Promise<void> {
  await trx
    .updateTable('sanctions')
    .set({ lifted_at: lifting?.at ?? null, lifted_by_id: lifting?.byId ?? null })
    .where('id', '=', id)
    .execute();
}

/** Writes on a locked member until when what is not lifted keeps them from writing or taking part. */
export async function applySanctions(trx: Transaction<Database>, memberId: number): Promise<void> {
  await sql`
    UPDATE members SET
      silenced_until = latest.silence, suspended_until = latest.suspension
    FROM (
      SELECT max(ends_at) FILTER (WHERE kind = 'silence') AS silence,
        max(ends_at) FILTER (WHERE kind = 'suspension') AS suspension
      FROM sanctions WHERE member_id = ${memberId} AND lifted_at IS NULL
    ) AS latest
    WHERE members.id = ${memberId}`.execute(trx);
}

/** What was imposed on a member, the latest first. */
export function listSanctions(
  db: Kysely<Database>,
  memberId: number,
  limit: number,
): Promise<Sanction[]> {
  return db
    .selectFrom('sanctions')
    .select(COLUMNS)
    .where('member_id', '=', memberId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The sanction that keeps a member from writing for longest, suspensions before silences. */
export function findPresentSanction(
  db: Kysely<Database>,
  memberId: number,
  now: Date,
): Promise<Sanction | undefined> {
  return db
    .selectFrom('sanctions')
    .select(COLUMNS)
    .where('member_id', '=', memberId)
    .where('lifted_at', 'is', null)
    .where('ends_at', '>', now)
    .orderBy('kind', 'desc')
    .orderBy('ends_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
