import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { QuestionState, QuestionText } from './question.ts';

export interface FoundQuestion extends QuestionState, QuestionText {}

/** Where a question belongs, and what its asker came from. */
export interface QuestionPlace {
  locale: string;
  category: string;
  /** The article that was being read; one that the database does not know is left out. */
  article: { locale: string; category: string; slug: string } | undefined;
}

const COLUMNS = [
  'id',
  'title',
  'body',
  'tags',
  'author_id as authorId',
  'deleted_at as deletedAt',
  'deleted_by_id as deletedById',
  'hidden_at as hiddenAt',
  'locked_at as lockedAt',
  'answer_count as answerCount',
  'accepted_answer_id as acceptedAnswerId',
] as const;

/**
 * A question that nobody else can change before the transaction ends. Whatever is done to it, its
 * answers and their votes begins here, so that all such deeds come one after the other.
 */
export function lockQuestion(
  trx: Transaction<Database>,
  id: number,
): Promise<FoundQuestion | undefined> {
  return trx
    .selectFrom('questions')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** A question as it is now. */
export function findQuestion(db: Kysely<Database>, id: number): Promise<FoundQuestion | undefined> {
  return db.selectFrom('questions').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** @returns the question's id */
export async function insertQuestion(
  db: Kysely<Database>,
  authorId: number,
  { locale, category, article }: QuestionPlace,
  text: QuestionText & { html: string },
  now: Date,
): Promise<number> {
  const known = article && {
    article: db
      .selectFrom('articles')
      .where('locale', '=', article.locale)
      .where('category', '=', article.category)
      .where('slug', '=', article.slug),
  };
  const { id } = await db
    .insertInto('questions')
    .values({
      author_id: authorId,
      locale,
      category,
      ...text,
      created_at: now,
      active_at: now,
      ...(known && {
        article_id: known.article.select('id') as never,
        article_revision_id: known.article.select('revision_id') as never,
      }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateQuestion(
  trx: Transaction<Database>,
  id: number,
  text: QuestionText & { html: string },
  now: Date,
): Promise<void> {
  await trx
    .updateTable('questions')
    .set({ ...text, edited_at: now })
    .where('id', '=', id)
    .execute();
}

/** Writes which answer is accepted, or that none is. */
export async function setAccepted(
  trx: Transaction<Database>,
  questionId: number,
  accepted: { answerId: number; byId: number; at: Date } | undefined,
): Promise<void> {
  await trx
    .updateTable('questions')
    .set({
      accepted_answer_id: accepted?.answerId ?? null,
      accepted_by_id: accepted?.byId ?? null,
      accepted_at: accepted?.at ?? null,
      ...(accepted && { active_at: accepted.at }),
    })
    .where('id', '=', questionId)
    .execute();
}

/** Counts a shown answer more or less. @param at when the question became active by it */
export async function countAnswer(
  trx: Transaction<Database>,
  questionId: number,
  step: 1 | -1,
  at?: Date,
): Promise<void> {
  await trx
    .updateTable('questions')
    .set((row) => ({
      answer_count: row('answer_count', '+', step),
      ...(at && { active_at: at }),
    }))
    .where('id', '=', questionId)
    .execute();
}

/** Writes whether a member has the same question. @returns whether that was news */
export async function setSame(
  trx: Transaction<Database>,
  questionId: number,
  memberId: number,
  has: boolean,
  now: Date,
): Promise<boolean> {
  const changed = has
    ? await trx
        .insertInto('same_questions')
        .values({ question_id: questionId, member_id: memberId, created_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
        .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows === 1n)
    : await trx
        .deleteFrom('same_questions')
        .where('question_id', '=', questionId)
        .where('member_id', '=', memberId)
        .executeTakeFirst()
        .then(({ numDeletedRows }) => numDeletedRows === 1n);
  if (!changed) return false;
  await trx
    .updateTable('questions')
    .set((row) => ({ same_count: row('same_count', has ? '+' : '-', 1) }))
    .where('id', '=', questionId)
    .execute();
  return true;
}

/** A question whose title is like another. */
export interface SimilarQuestion {
  id: number;
  title: string;
  locale: string;
  answerCount: number;
  acceptedAnswerId: number | null;
}

/** Shown questions whose titles share words with `title` or are spelled like it, best first. */
export async function listSimilarQuestions(
  db: Kysely<Database>,
  title: string,
  locale: string,
  limit: number,
): Promise<SimilarQuestion[]> {
  const { rows } = await sql<SimilarQuestion>`
    WITH asked AS (
      -- Any of the words will do; the ones that stop words leave.
      SELECT replace(plainto_tsquery(language_of(${locale}), ${title})::text, '&', '|')::tsquery AS words
    )
    SELECT id, title, locale, answer_count AS "answerCount", accepted_answer_id AS "acceptedAnswerId"
    FROM questions, asked
    WHERE (to_tsvector(language_of(locale), title) @@ words OR title % ${title})
      AND hidden_at IS NULL AND deleted_at IS NULL AND duplicate_of_id IS NULL
    ORDER BY
      ts_rank(to_tsvector(language_of(locale), title), words) + similarity(title, ${title})
        + CASE WHEN accepted_answer_id IS NULL THEN 0 ELSE 0.05 END DESC,
      id DESC
    LIMIT ${limit}`.execute(db);
  return rows;
}
