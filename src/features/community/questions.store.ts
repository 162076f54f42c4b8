import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { QuestionState, QuestionText } from './question.ts';

export interface FoundQuestion extends QuestionState, QuestionText {}

/** Where a question belongs, and what its asker came from. */
export interface QuestionPlace {
  locale: string;
  category: string;
  /** The article that was being read; one that the database does not know is left out. */
  article:
    | {
        locale: string;
        category: string;
        slug: string;
        /** The one that was read; the present one where it is not known. */
        revision?: string | undefined;
      }
    | undefined;
  /** What its asker had searched for before. */
  searched?: string | undefined;
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
  'hidden_for as hiddenFor',
  'locked_at as lockedAt',
  'duplicate_of_id as duplicateOfId',
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

/**
 * Several such questions by their ids. They are locked in the order of their ids, so that of two
 * who need the same ones neither waits for the other for good.
 */
export function lockQuestions(trx: Transaction<Database>, ids: number[]): Promise<FoundQuestion[]> {
  return trx
    .selectFrom('questions')
    .select(COLUMNS)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** A question as it is now. */
export function findQuestion(db: Kysely<Database>, id: number): Promise<FoundQuestion | undefined> {
  return db.selectFrom('questions').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** @returns the question's id */
export async function insertQuestion(
  db: Kysely<Database>,
  authorId: number,
  { locale, category, article, searched = '' }: QuestionPlace,
  text: QuestionText & { html: string },
  now: Date,
): Promise<number> {
  const known =
    article &&
    db
      .selectFrom('articles')
      .where('articles.locale', '=', article.locale)
      .where('category', '=', article.category)
      .where('slug', '=', article.slug);
  const read = known
    ?.leftJoin('article_revisions as read', (join) =>
      join
        .onRef('read.article_id', '=', 'articles.id')
        .on('read.hash', '=', article?.revision ?? ''),
    )
    .select((row) => row.fn.coalesce('read.id', 'revision_id').as('id'));
  const { id } = await db
    .insertInto('questions')
    .values({
      author_id: authorId,
      locale,
      category,
      ...text,
      created_at: now,
      active_at: now,
      searched: searched || null,
      ...(known && {
        article_id: known.select('articles.id') as never,
        article_revision_id: read as never,
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

const SHOWN = sql`hidden_at IS NULL AND deleted_at IS NULL AND duplicate_of_id IS NULL`;
const SIMILAR = sql`id, title, locale, answer_count AS "answerCount", accepted_answer_id AS "acceptedAnswerId"`;
/** Ranking costs by the row, and a common word stands in a third of all titles. */
const RANKED = { all: 100, any: 500, spelled: 200 };

/** Any of the words of a text will do; the ones that stop words leave. */
const anyWord = (locale: string, text: string) =>
  sql`replace(plainto_tsquery(language_of(${locale}), ${text})::text, '&', '|')::tsquery`;

/**
 * Shown questions whose titles share words with a title, best first; those that have all of them
 * are never missed.
 * @param more words that count as well, but less
 */
export async function listQuestionsByWords(
  db: Kysely<Database>,
  { title, more }: { title: string; more: string[] },
  locale: string,
  limit: number,
): Promise<SimilarQuestion[]> {
  const { rows } = await sql<SimilarQuestion>`
    WITH asked AS (
      SELECT ${anyWord(locale, title)} AS words, ${anyWord(locale, more.join(' '))} AS others
    ), found AS (
      (SELECT questions.* FROM questions
        WHERE to_tsvector(language_of(locale), title)
          @@ plainto_tsquery(language_of(${locale}), ${title}) AND ${SHOWN}
        LIMIT ${RANKED.all})
      UNION ALL
      (SELECT questions.* FROM questions, asked
        WHERE to_tsvector(language_of(locale), title) @@ (words || others) AND ${SHOWN}
        LIMIT ${RANKED.any})
    ), ranked AS (
      SELECT DISTINCT ON (id) found.*,
        ts_rank(to_tsvector(language_of(locale), title), words)
          + ts_rank(to_tsvector(language_of(locale), title), others) / 4
          + similarity(title, ${title})
          + CASE WHEN accepted_answer_id IS NULL THEN 0 ELSE 0.05 END AS rank
      FROM found, asked
      ORDER BY id
    )
    SELECT ${SIMILAR} FROM ranked ORDER BY rank DESC, id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** Shown questions with a word in the title that is spelled like one of `words`, best first. */
export async function listQuestionsBySpelling(
  db: Kysely<Database>,
  words: string[],
  limit: number,
): Promise<SimilarQuestion[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<SimilarQuestion>`
    WITH found AS (
      SELECT * FROM questions
      WHERE (${sql.join(
        words.map((word) => sql`title %> ${word}`),
        sql` OR `,
      )}) AND ${SHOWN}
      LIMIT ${RANKED.spelled}
    )
    SELECT ${SIMILAR} FROM found
    ORDER BY similarity(title, ${words.join(' ')}) DESC, id DESC LIMIT ${limit}`.execute(db);
  return rows;
}
