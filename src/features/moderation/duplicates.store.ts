import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** The question that another one shall lead to, and the ones that lead to that other one. */
export interface Family {
  /** Itself never a duplicate. */
  canonicalId: number;
  duplicateIds: number[];
}

/** @returns undefined when one of the questions does not exist */
export async function findFamily(
  db: Kysely<Database>,
  questionId: number,
  canonicalId: number,
): Promise<Family | undefined> {
  const { rows } = await sql<Family>`
    SELECT coalesce(canonical.duplicate_of_id, canonical.id) AS "canonicalId",
      ARRAY(
        SELECT id FROM questions WHERE duplicate_of_id = ${questionId} ORDER BY id
      ) AS "duplicateIds"
    FROM questions AS canonical
    WHERE canonical.id = ${canonicalId}
      AND EXISTS (SELECT FROM questions WHERE id = ${questionId})`.execute(db);
  return rows[0];
}

/** Makes locked questions lead to another one, or to none. */
export async function pointQuestions(
  trx: Transaction<Database>,
  ids: number[],
  canonicalId: number | null,
): Promise<void> {
  await sql`
    UPDATE questions SET duplicate_of_id = ${canonicalId} WHERE id = ANY(${ids})`.execute(trx);
}

/**
 * Brings those who follow a question, or have it too, to another one; whoever asked it has the
 * other one too. They stay with the first as well, for the day that it is its own again.
 */
export async function bringMembers(
  trx: Transaction<Database>,
  fromId: number,
  toId: number,
  now: Date,
): Promise<void> {
  await sql`
    INSERT INTO question_follows (question_id, member_id, created_at, brought_from_id)
    SELECT ${toId}::integer, member_id, ${now}, ${fromId}::integer
    FROM question_follows AS follows WHERE question_id = ${fromId} AND NOT EXISTS (
      SELECT FROM question_unfollows AS unfollows
      WHERE unfollows.question_id = ${toId} AND unfollows.member_id = follows.member_id
    )
    ON CONFLICT DO NOTHING`.execute(trx);
  await sql`
    INSERT INTO same_questions (question_id, member_id, created_at, brought_from_id)
    SELECT ${toId}::integer, member_id, ${now}, ${fromId}::integer
    FROM (
      SELECT member_id FROM same_questions WHERE question_id = ${fromId}
      UNION SELECT author_id FROM questions WHERE id = ${fromId}
    ) AS having_it
    WHERE member_id <> (SELECT author_id FROM questions WHERE id = ${toId})
    ON CONFLICT DO NOTHING`.execute(trx);
}

/**
 * Takes those away again who were brought from some questions, unless they would be there for
 * another one that still leads to it.
 */
export async function giveMembersBack(
  trx: Transaction<Database>,
  fromIds: number[],
  toId: number,
): Promise<void> {
  for (const table of ['question_follows', 'same_questions'] as const) {
    const isSame = table === 'same_questions';
    const rows = sql.table(table);
    await sql`
      WITH brought AS (
        SELECT member_id, (
          SELECT min(others.id) FROM questions AS others
          WHERE others.duplicate_of_id = ${toId} AND NOT others.id = ANY(${fromIds})
            AND (
              EXISTS (
                SELECT FROM ${rows} AS own
                WHERE own.question_id = others.id AND own.member_id = here.member_id
              )
              OR (${isSame}::boolean AND others.author_id = here.member_id)
            )
        ) AS other_id
        FROM ${rows} AS here
        WHERE question_id = ${toId} AND brought_from_id = ANY(${fromIds})
      ), gone AS (
        DELETE FROM ${rows} AS here USING brought
        WHERE here.question_id = ${toId} AND here.member_id = brought.member_id
          AND brought.other_id IS NULL
      )
      UPDATE ${rows} AS here SET brought_from_id = brought.other_id FROM brought
      WHERE here.question_id = ${toId} AND here.member_id = brought.member_id
        AND brought.other_id IS NOT NULL`.execute(trx);
  }
}

/** What stands below a question. */
export interface Below {
  answers: number[];
  /** Those about the question itself. */
  comments: number[];
}

/**
 * Moves answers with their votes and comments, and comments, from one locked question to another.
 * @param only these, where they are still there; everything by default
 * @returns what was moved
 */
export async function moveBelow(
  trx: Transaction<Database>,
  fromId: number,
  toId: number,
  only?: Below,
): Promise<Below> {
  const answers = await trx
    .updateTable('answers')
    .set({ question_id: toId })
    .where('question_id', '=', fromId)
    .$if(only !== undefined, (query) => query.where(sql<boolean>`id = ANY(${only?.answers ?? []})`))
    .returning('id')
    .execute();
  const ids = answers.map(({ id }) => id);
  await trx
    .updateTable('comments')
    .set({ question_id: toId })
    .where(sql<boolean>`answer_id = ANY(${ids})`)
    .execute();
  const comments = await trx
    .updateTable('comments')
    .set({ question_id: toId })
    .where('question_id', '=', fromId)
    .where('answer_id', 'is', null)
    .$if(only !== undefined, (query) =>
      query.where(sql<boolean>`id = ANY(${only?.comments ?? []})`),
    )
    .returning('id')
    .execute();
  return { answers: ids, comments: comments.map(({ id }) => id) };
}
