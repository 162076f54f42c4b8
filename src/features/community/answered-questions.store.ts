import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** A question as a list for search engines has it. */
export interface AnsweredQuestion {
  id: number;
  title: string;
  locale: string;
  changedAt: Date;
}

/** The highest id of any question; 0 without one. */
export async function lastQuestionId(db: Kysely<Database>): Promise<number> {
  const last = await db
    .selectFrom('questions')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.id ?? 0;
}

/** Answered questions that everybody can read, no duplicates, with ids above `from` up to `to`. */
export async function listAnswered(
  db: Kysely<Database>,
  from: number,
  to: number,
): Promise<AnsweredQuestion[]> {
  const { rows } = await sql<AnsweredQuestion>`
    SELECT id, title, locale, greatest(active_at, edited_at) AS "changedAt" FROM questions
    WHERE id > ${from} AND id <= ${to} AND answer_count > 0
      AND hidden_at IS NULL AND deleted_at IS NULL AND duplicate_of_id IS NULL
    ORDER BY id`.execute(db);
  return rows;
}
