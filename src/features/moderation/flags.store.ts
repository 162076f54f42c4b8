import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Author } from '#src/features/community/question-page.ts';
import type { FlagReason, FlagRecord } from './flag.ts';
import type { Written } from './writing-state.ts';

/** A flag that is about to be raised. */
export interface NewFlag {
  noun: Written;
  writingId: number;
  questionId: number;
  itemId: number;
  memberId: number;
  reason: FlagReason;
  note: string;
  /** In hundredths. */
  weight: number;
}

/** A flag as moderators read it. */
export interface ListedFlag {
  reason: FlagReason;
  note: string;
  createdAt: Date;
  weight: number;
  member: Author;
  record: FlagRecord;
}

const recordOf = (memberId: ReturnType<typeof sql.ref> | number) => sql`(
  SELECT json_build_object(
    'upheld', count(*) FILTER (WHERE is_upheld), 'declined', count(*) FILTER (WHERE NOT is_upheld)
  ) FROM flags AS raised WHERE raised.member_id = ${memberId}
)`;

/** What moderators made of a member's flags so far. */
export async function findFlagRecord(db: Kysely<Database>, memberId: number): Promise<FlagRecord> {
  const { rows } = await sql<{ record: FlagRecord }>`
    SELECT ${recordOf(memberId)} AS record`.execute(db);
  return rows[0]?.record ?? { upheld: 0, declined: 0 };
}

/** @returns false when the member has flagged this text already */
export async function insertFlag(
  trx: Transaction<Database>,
  { writingId, questionId, itemId, memberId, ...flag }: NewFlag,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('flags')
    .values({
      ...flag,
      writing_id: writingId,
      question_id: questionId,
      item_id: itemId,
      member_id: memberId,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whether a member's flag on a text waits for a moderator. */
export async function hasOpenFlag(
  db: Kysely<Database>,
  memberId: number,
  noun: Written,
  writingId: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('flags')
    .select('id')
    .where('member_id', '=', memberId)
    .where('noun', '=', noun)
    .where('writing_id', '=', writingId)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The weight of all open flags of an item, in hundredths. */
export async function weighFlags(trx: Transaction<Database>, itemId: number): Promise<number> {
  const { rows } = await sql<{ weight: number }>`
    SELECT coalesce(sum(weight), 0)::integer AS weight FROM flags
    WHERE item_id = ${itemId} AND decided_at IS NULL`.execute(trx);
  return rows[0]?.weight ?? 0;
}

/** Writes what a moderator made of an item's open flags. @returns the flags' ids */
export async function decideFlags(
  trx: Transaction<Database>,
  itemId: number,
  isUpheld: boolean,
  now: Date,
): Promise<number[]> {
  const rows = await trx
    .updateTable('flags')
    .set({ decided_at: now, is_upheld: isUpheld })
    .where('item_id', '=', itemId)
    .where('decided_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Makes flags wait again. */
export async function reopenFlags(trx: Transaction<Database>, ids: number[]): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('flags')
    .set({ decided_at: null, is_upheld: null })
    .where('id', 'in', ids)
    .execute();
}

/** The flags of an item, the first one first. */
export async function listFlags(db: Kysely<Database>, itemId: number): Promise<ListedFlag[]> {
  const { rows } = await sql<ListedFlag>`
    SELECT reason, note, flags.created_at AS "createdAt", weight,
      json_build_object(
        'name', members.name, 'avatar', members.avatar,
        'handle', CASE WHEN members.deleted_at IS NULL THEN members.handle END
      ) AS member,
      ${recordOf(sql.ref('members.id'))} AS record
    FROM flags JOIN members ON members.id = flags.member_id
    WHERE item_id = ${itemId} ORDER BY flags.id`.execute(db);
  return rows;
}
