import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** A question as other systems are told of it. */
export interface ToldQuestion {
  id: number;
  title: string;
  locale: string;
  category: string;
  tags: string[];
  acceptedAnswerId: number | null;
  acceptedAt: Date | null;
}

const SHOWN = sql`hidden_at IS NULL AND deleted_at IS NULL`;

/** @returns undefined for what readers do not see */
export async function findToldQuestion(
  db: Kysely<Database>,
  id: number,
): Promise<ToldQuestion | undefined> {
  const { rows } = await sql<ToldQuestion>`
    SELECT id, title, locale, category, tags, accepted_answer_id AS "acceptedAnswerId",
      accepted_at AS "acceptedAt"
    FROM questions WHERE id = ${id} AND ${SHOWN}`.execute(db);
  return rows[0];
}

/** @returns undefined for what readers do not see */
export async function findToldAnswer(
  db: Kysely<Database>,
  id: number,
): Promise<{ id: number; official: boolean } | undefined> {
  const { rows } = await sql<{ id: number; official: boolean }>`
    SELECT id, official FROM answers WHERE id = ${id} AND ${SHOWN}`.execute(db);
  return rows[0];
}

/** @returns undefined for what readers do not see, or whose answer they do not see */
export async function findToldComment(
  db: Kysely<Database>,
  id: number,
): Promise<{ id: number; answerId: number | null } | undefined> {
  const { rows } = await sql<{ id: number; answerId: number | null }>`
    SELECT id, answer_id AS "answerId" FROM comments WHERE id = ${id} AND ${SHOWN}
      AND (answer_id IS NULL
        OR EXISTS (SELECT FROM answers WHERE answers.id = answer_id AND ${SHOWN}))`.execute(db);
  return rows[0];
}
