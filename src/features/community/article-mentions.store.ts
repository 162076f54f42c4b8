import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Which site the links of texts are about. */
export interface LinkedSite {
  /** Scheme and host. */
  origin: string;
  defaultLocale: string;
}

export type Noun = 'question' | 'answer' | 'comment';

const isOurs = ({ origin }: LinkedSite) => sql`origin IN ('', ${origin})`;

/** Those of the articles' rows that a mention means, gone or not: its language's, or the usual one's. */
const meant = ({ defaultLocale }: LinkedSite) => sql`
  LATERAL (
    SELECT * FROM articles
    WHERE articles.category = mention.category AND articles.slug = mention.slug
      AND articles.locale IN (${defaultLocale}, mention.locale)
    ORDER BY articles.removed_at IS NOT NULL, articles.locale = ${defaultLocale} LIMIT 1
  ) AS article`;

/** Texts with a link to an address where no article stands now, by id, after one of their noun. */
export async function listAstray(
  db: Kysely<Database>,
  site: LinkedSite,
  noun: Noun,
  after: number,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT writing_id AS id FROM article_mentions AS mention
    WHERE noun = ${noun} AND writing_id > ${after} AND ${isOurs(site)}
      AND NOT EXISTS (SELECT FROM ${meant(site)} WHERE removed_at IS NULL)
    ORDER BY writing_id LIMIT ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

export interface Html {
  id: number;
  html: string;
  questionId: number;
}

/** The HTML of some texts, emptied or not. */
export async function listHtml(db: Kysely<Database>, noun: Noun, ids: number[]): Promise<Html[]> {
  const question = noun === 'question' ? sql`id` : sql`question_id`;
  const { rows } = await sql<Html>`
    SELECT id, html, ${question} AS "questionId" FROM ${sql.table(`${noun}s`)}
    WHERE id = ANY (${ids}) ORDER BY id`.execute(db);
  return rows;
}

/** Puts other HTML in place of what was read; a text that was edited meanwhile stays. */
export async function replaceHtml(
  trx: Transaction<Database>,
  noun: Noun,
  { id, html }: Pick<Html, 'id' | 'html'>,
  next: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE ${sql.table(`${noun}s`)} SET html = ${next}
    WHERE id = ${id} AND html = ${html}`.execute(trx);
  return numAffectedRows === 1n;
}

/** An answer whose link does not lead to what its writer meant, as far as that can be known. */
export interface AnswerToReview {
  answerId: number;
  questionId: number;
  questionTitle: string;
  /** Of the question. */
  locale: string;
  articleId: number;
  articleTitle: string;
  /** `removed`: the article is gone; `changed`: so much of it that its feedback began anew. */
  why: 'removed' | 'changed';
  at: Date;
}

const SHOWN = sql`hidden_at IS NULL AND deleted_at IS NULL`;

/**
 * Shown answers that lead to an article that was removed, or rewritten since they were written, the
 * latest change first. Articles that began after the answer are not taken for rewritten: nobody
 * knows what they were.
 */
export async function listAnswersToReview(
  db: Kysely<Database>,
  site: LinkedSite,
  limit: number,
): Promise<AnswerToReview[]> {
  const { rows } = await sql<AnswerToReview>`
    WITH linked AS (
      SELECT DISTINCT writing_id AS answer_id, article.id AS article_id, article.title,
        article.removed_at
      FROM article_mentions AS mention, ${meant(site)}
      WHERE noun = 'answer' AND ${isOurs(site)}
    ), changed AS (
      SELECT linked.*, answers.question_id, coalesce(answers.edited_at, answers.created_at) AS told_at,
        coalesce(linked.removed_at, (
          SELECT started_at FROM article_series
          WHERE article_series.article_id = linked.article_id AND ended_at IS NULL
            AND started_at > coalesce(answers.edited_at, answers.created_at)
            AND EXISTS (
              SELECT FROM article_series AS earlier
              WHERE earlier.article_id = linked.article_id
                AND earlier.started_at <= coalesce(answers.edited_at, answers.created_at))
        )) AS at
      FROM linked JOIN answers ON answers.id = answer_id
      WHERE answers.hidden_at IS NULL AND answers.deleted_at IS NULL
    )
    SELECT answer_id AS "answerId", question_id AS "questionId", questions.title AS "questionTitle",
      questions.locale, changed.article_id AS "articleId", changed.title AS "articleTitle",
      CASE WHEN removed_at IS NULL THEN 'changed' ELSE 'removed' END AS why, at
    FROM changed JOIN questions ON questions.id = question_id
    WHERE at IS NOT NULL AND ${SHOWN}
      AND NOT EXISTS (
        SELECT FROM link_reviews
        WHERE link_reviews.answer_id = changed.answer_id
          AND link_reviews.article_id = changed.article_id AND reviewed_at >= at)
    ORDER BY at DESC, answer_id DESC, changed.article_id LIMIT ${limit}`.execute(db);
  return rows;
}

/** Sets down that somebody has looked at an answer. @returns false when one of the two is gone */
export async function upsertLinkReview(
  db: Kysely<Database>,
  { answerId, articleId, byId, note }: ReviewedLink,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO link_reviews (answer_id, article_id, reviewed_at, reviewed_by_id, note)
    SELECT answers.id, articles.id, ${now}, ${byId}, ${note} FROM answers, articles
    WHERE answers.id = ${answerId} AND articles.id = ${articleId}
    ON CONFLICT (answer_id, article_id) DO UPDATE SET
      reviewed_at = excluded.reviewed_at, reviewed_by_id = excluded.reviewed_by_id,
      note = excluded.note`.execute(db);
  return numAffectedRows === 1n;
}

export interface ReviewedLink {
  answerId: number;
  articleId: number;
  byId: number;
  note: string;
}

/** A solved question that no article answers, as far as its accepted answer tells. */
export interface ArticlelessQuestion {
  id: number;
  title: string;
  locale: string;
  category: string;
  answerId: number;
  acceptedAt: Date;
  /** Members who have the same question. */
  sameCount: number;
  score: number;
}

/** Shown, solved questions whose accepted answer leads to no article of today, the newest first. */
export async function listArticlelessQuestions(
  db: Kysely<Database>,
  site: LinkedSite,
  { since, limit }: { since: Date; limit: number },
): Promise<ArticlelessQuestion[]> {
  const { rows } = await sql<ArticlelessQuestion>`
    SELECT id, title, locale, category, accepted_answer_id AS "answerId",
      accepted_at AS "acceptedAt", same_count AS "sameCount", score
    FROM questions
    WHERE accepted_answer_id IS NOT NULL AND accepted_at >= ${since} AND ${SHOWN}
      AND duplicate_of_id IS NULL
      AND NOT EXISTS (
        SELECT FROM article_mentions AS mention, ${meant(site)}
        WHERE noun = 'answer' AND writing_id = accepted_answer_id AND ${isOurs(site)}
          AND removed_at IS NULL)
    ORDER BY accepted_at DESC, id DESC LIMIT ${limit}`.execute(db);
  return rows;
}
