import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Written, WritingState } from './writing-state.ts';

/** A text's state, whose it is, and the question that it belongs to. */
export interface FoundState extends WritingState {
  authorId: number;
  questionId: number;
  /** The question's. */
  locale: string;
  editedAt: Date | null;
}

/** The columns behind a state; the acceptance has three of its own. */
const COLUMNS: Record<Exclude<keyof WritingState, 'acceptance'>, string> = {
  hiddenAt: 'hidden_at',
  hiddenFor: 'hidden_for',
  deletedAt: 'deleted_at',
  deletedById: 'deleted_by_id',
  lockedAt: 'locked_at',
  pinnedAt: 'pinned_at',
  category: 'category',
};

/** A text's state as it is now. */
export async function findState(
  db: Kysely<Database>,
  noun: Written,
  id: number,
): Promise<FoundState | undefined> {
  const isQuestion = noun === 'question';
  const { rows } = await sql<
    Omit<FoundState, 'acceptance'> & {
      answerId: number | null;
      byId: number | null;
      at: Date | null;
    }
  >`
    SELECT written.author_id AS "authorId", questions.id AS "questionId", questions.locale,
      written.edited_at AS "editedAt", written.hidden_at AS "hiddenAt", written.hidden_for AS "hiddenFor",
      written.deleted_at AS "deletedAt", written.deleted_by_id AS "deletedById",
      ${isQuestion ? sql`questions.locked_at` : sql`NULL`} AS "lockedAt",
      ${isQuestion ? sql`questions.pinned_at` : sql`NULL`} AS "pinnedAt",
      ${isQuestion ? sql`questions.category` : sql`NULL`} AS category,
      questions.accepted_answer_id AS "answerId", questions.accepted_by_id AS "byId",
      questions.accepted_at AS "at"
    FROM ${sql.table(`${noun}s`)} AS written
    JOIN questions ON questions.id = written.${sql.ref(isQuestion ? 'id' : 'question_id')}
    WHERE written.id = ${id}
      -- Deleted for good: there is nothing left to decide.
      AND NOT (written.deleted_at IS NOT NULL AND written.deleted_by_id IS NULL)`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { answerId, byId, at, ...state } = row;
  return { ...state, acceptance: answerId && at ? { answerId, byId, at } : null };
}

/** Writes a part of a text's state, and what of the question's acceptance goes with it. */
export async function writeState(
  trx: Transaction<Database>,
  noun: Written,
  id: number,
  questionId: number,
  { acceptance, ...state }: Partial<WritingState>,
): Promise<void> {
  const columns = Object.entries(state).map(
    ([name, value]) => sql`${sql.ref(COLUMNS[name as keyof typeof COLUMNS])} = ${value}`,
  );
  if (columns.length > 0) {
    await sql`
      UPDATE ${sql.table(`${noun}s`)} SET ${sql.join(columns)} WHERE id = ${id}`.execute(trx);
  }
  if (acceptance !== undefined) {
    await trx
      .updateTable('questions')
      .set({
        accepted_answer_id: acceptance?.answerId ?? null,
        accepted_by_id: acceptance?.byId ?? null,
        accepted_at: acceptance?.at ?? null,
      })
      .where('id', '=', questionId)
      .execute();
  }
  if (noun === 'answer') await recountAnswers(trx, [questionId]);
}

/** Writes the number of answers that are shown on each of some locked questions. */
export async function recountAnswers(trx: Transaction<Database>, ids: number[]): Promise<void> {
  await sql`
    UPDATE questions SET answer_count = (
      SELECT count(*) FROM answers
      WHERE question_id = questions.id AND hidden_at IS NULL AND deleted_at IS NULL
    ) WHERE id = ANY(${ids})`.execute(trx);
}

/** Writes the number of members who have each of some locked questions too. */
export async function recountSame(trx: Transaction<Database>, ids: number[]): Promise<void> {
  await sql`
    UPDATE questions SET same_count = (
      SELECT count(*) FROM same_questions WHERE question_id = questions.id
    ) WHERE id = ANY(${ids})`.execute(trx);
}
