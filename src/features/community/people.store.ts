import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

export interface Named {
  handle: string;
  name: string;
}

/** As a pattern of LIKE. */
const beginning = (text: string) => `${text.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * Members but one whose handle or name begins like that; who takes part in a question comes first, and
 * stands alone when nothing is typed yet.
 */
export async function listPeople(
  db: Kysely<Database>,
  {
    prefix,
    questionId,
    exceptId,
  }: { prefix: string; questionId: number | undefined; exceptId: number },
  limit: number,
): Promise<Named[]> {
  const pattern = beginning(prefix.toLowerCase());
  const { rows } = await sql<Named>`
    WITH there AS (
      SELECT author_id AS id FROM questions WHERE id = ${questionId ?? null}::integer
      UNION SELECT author_id FROM answers WHERE question_id = ${questionId ?? null}::integer
        AND hidden_at IS NULL AND deleted_at IS NULL
      UNION SELECT author_id FROM comments WHERE question_id = ${questionId ?? null}::integer
        AND hidden_at IS NULL AND deleted_at IS NULL
    ), named AS (
      SELECT handle, name, true AS is_there FROM members JOIN there USING (id)
      WHERE id <> ${exceptId} AND deleted_at IS NULL AND (lower(handle) LIKE ${pattern} OR lower(name) LIKE ${pattern})
      UNION ALL
      (SELECT handle, name, false FROM members
        WHERE id <> ${exceptId} AND deleted_at IS NULL
          AND lower(handle) LIKE ${pattern} AND ${prefix} <> ''
        ORDER BY lower(handle) LIMIT ${limit * 2})
    )
    SELECT handle, name FROM named GROUP BY handle, name
    ORDER BY bool_or(is_there) DESC, lower(handle) LIMIT ${limit}`.execute(db);
  return rows;
}
