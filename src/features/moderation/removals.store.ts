import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { recountAnswers } from './writing-states.store.ts';

/** Texts by their ids, and the answers among them that were accepted. */
export interface RemovedWritings {
  questions: number[];
  answers: number[];
  comments: number[];
  acceptances: { questionId: number; answerId: number; byId: number | null; at: string }[];
}

const TABLES = ['questions', 'answers', 'comments'] as const;

/** The questions that a member asked, answered or commented on, by their ids. */
export async function listWorkedQuestions(
  trx: Transaction<Database>,
  memberId: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM questions WHERE author_id = ${memberId}
    UNION SELECT question_id FROM answers WHERE author_id = ${memberId}
    UNION SELECT question_id FROM comments WHERE author_id = ${memberId}
    ORDER BY id`.execute(trx);
  return rows.map(({ id }) => id);
}

/**
 * Marks as deleted what a member wrote on locked questions and what is not deleted yet; their
 * answers are no longer accepted or counted.
 */
export async function deleteWritings(
  trx: Transaction<Database>,
  memberId: number,
  questionIds: number[],
  deletion: { byId: number; at: Date },
): Promise<RemovedWritings> {
  const removed: RemovedWritings = { questions: [], answers: [], comments: [], acceptances: [] };
  for (const table of TABLES) {
    const question = sql.ref(table === 'questions' ? 'id' : 'question_id');
    const { rows } = await sql<{ id: number }>`
      UPDATE ${sql.table(table)} SET deleted_at = ${deletion.at}, deleted_by_id = ${deletion.byId}
      WHERE author_id = ${memberId} AND deleted_at IS NULL AND ${question} = ANY(${questionIds})
      RETURNING id`.execute(trx);
    removed[table] = rows.map(({ id }) => id);
  }
  const { rows } = await sql<{
    questionId: number;
    answerId: number;
    byId: number | null;
    at: Date;
  }>`
    UPDATE questions SET accepted_answer_id = NULL, accepted_by_id = NULL, accepted_at = NULL
    FROM (
      SELECT id, accepted_answer_id, accepted_by_id, accepted_at FROM questions
      WHERE id = ANY(${questionIds}) AND accepted_answer_id = ANY(${removed.answers})
    ) AS was
    WHERE questions.id = was.id
    RETURNING questions.id AS "questionId", was.accepted_answer_id AS "answerId",
      was.accepted_by_id AS "byId", was.accepted_at AS at`.execute(trx);
  removed.acceptances = rows.map(({ at, ...one }) => ({ ...one, at: at.toISOString() }));
  await recountAnswers(trx, questionIds);
  return removed;
}

/**
 * Brings back what is still deleted as it was by a deletion; an answer is accepted again where no
 * other one is.
 */
export async function restoreWritings(
  trx: Transaction<Database>,
  removed: RemovedWritings,
  questionIds: number[],
  deletion: { byId: number; at: Date },
): Promise<void> {
  for (const table of TABLES) {
    await sql`
      UPDATE ${sql.table(table)} SET deleted_at = NULL, deleted_by_id = NULL
      WHERE id = ANY(${removed[table]})
        AND deleted_at = ${deletion.at} AND deleted_by_id = ${deletion.byId}`.execute(trx);
  }
  for (const { questionId, answerId, byId, at } of removed.acceptances) {
    await sql`
      UPDATE questions
      SET accepted_answer_id = ${answerId}, accepted_by_id = ${byId}, accepted_at = ${at}
      WHERE id = ${questionId} AND accepted_answer_id IS NULL AND EXISTS (
        SELECT FROM answers WHERE answers.id = ${answerId} AND question_id = ${questionId}
          AND deleted_at IS NULL AND hidden_at IS NULL
      )`.execute(trx);
  }
  await recountAnswers(trx, questionIds);
}

/** When a moderator first let something of a locked member stand. */
export async function findApproval(
  trx: Transaction<Database>,
  memberId: number,
): Promise<Date | null> {
  const row = await trx
    .selectFrom('members')
    .select('approved_at')
    .where('id', '=', memberId)
    .executeTakeFirst();
  return row?.approved_at ?? null;
}

/** Decides on all open items of a member's texts. @returns their ids */
export async function closeItemsOf(
  trx: Transaction<Database>,
  memberId: number,
  { byId, reason }: { byId: number; reason: string | null },
  now: Date,
): Promise<number[]> {
  const rows = await trx
    .updateTable('review_items')
    .set({ decided_at: now, decided_by_id: byId, outcome: 'removed', reason, claimed_until: null })
    .where('author_id', '=', memberId)
    .where('decided_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Upholds the open flags of items. @returns their ids */
export async function upholdFlagsOn(
  trx: Transaction<Database>,
  itemIds: number[],
  now: Date,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    UPDATE flags SET decided_at = ${now}, is_upheld = true
    WHERE item_id = ANY(${itemIds}) AND decided_at IS NULL RETURNING id`.execute(trx);
  return rows.map(({ id }) => id);
}
