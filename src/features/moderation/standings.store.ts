import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { LET_STAND, type Standing } from './trust.ts';

/** What is known of a member now; an approval or a day's standing of any text of theirs counts. */
export async function findStanding(
  db: Kysely<Database>,
  memberId: number,
  now: Date,
): Promise<Standing | undefined> {
  const before = new Date(now.getTime() - LET_STAND * 1000);
  const stood = (table: string) => sql`EXISTS (
    SELECT FROM ${sql.table(table)} AS written
    WHERE author_id = ${memberId} AND created_at < ${before}
      AND hidden_at IS NULL AND deleted_at IS NULL
  )`;
  const { rows } = await sql<Standing>`
    SELECT role, created_at AS "joinedAt", approved_at AS "approvedAt",
      -- What is asked next is looked for only if need be.
      CASE WHEN approved_at IS NOT NULL THEN true
        ELSE ${stood('questions')} OR ${stood('answers')} OR ${stood('comments')} END AS "hasStood"
    FROM members WHERE id = ${memberId}`.execute(db);
  return rows[0];
}
