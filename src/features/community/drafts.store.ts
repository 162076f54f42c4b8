import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

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
