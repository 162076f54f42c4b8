import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** More forms than these nobody has half filled in; of more, the oldest are forgotten. */
const MOST_DRAFTS = 50;

export async function writeDraft(
  db: Kysely<Database>,
  memberId: number,
  place: string,
  fields: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('drafts')
    .values({ member_id: memberId, place, fields, saved_at: now })
    .onConflict((conflict) =>
      conflict.columns(['member_id', 'place']).doUpdateSet({ fields, saved_at: now }),
    )
    .execute();
  await sql`
    DELETE FROM drafts WHERE member_id = ${memberId} AND place IN (
      SELECT place FROM drafts WHERE member_id = ${memberId}
      ORDER BY saved_at DESC, place OFFSET ${MOST_DRAFTS}
    )`.execute(db);
}

/** The fields of a member's draft in a place, as JSON. */
export async function findDraft(
  db: Kysely<Database>,
  memberId: number,
  place: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('drafts')
    .select('fields')
    .where('member_id', '=', memberId)
    .where('place', '=', place)
    .executeTakeFirst();
  return row?.fields;
}

export async function deleteDraft(
  db: Kysely<Database>,
  memberId: number,
  place: string,
): Promise<void> {
  await db
    .deleteFrom('drafts')
    .where('member_id', '=', memberId)
    .where('place', '=', place)
    .execute();
}
