import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Audience } from './notifications.store.ts';
import type { Occurrence } from './notification.ts';

/** What something happened to, as readers see it now. */
export interface Subject {
  questionId: number;
  /** Of a comment, the answer that it stands under. */
  answerId: number | null;
  category: string;
  tags: string[];
  acceptedAnswerId: number | null;
  /** The question that this one has turned out to repeat. */
  duplicateOfId: number | null;
  /** The text itself, as typed, and since when its writer is a member. */
  body: string;
  writerSince: Date;
}

/** @returns undefined when readers do not see it, or no longer */
export async function findSubject(
  db: Kysely<Database>,
  { questionId, answerId, commentId }: Pick<Occurrence, 'questionId' | 'answerId' | 'commentId'>,
): Promise<Subject | undefined> {
  const { rows } = await sql<Subject>`
    SELECT questions.id AS "questionId", answers.id AS "answerId", questions.category,
      questions.tags, questions.accepted_answer_id AS "acceptedAnswerId",
      questions.duplicate_of_id AS "duplicateOfId",
      coalesce(comments.body, answers.body, questions.body) AS body,
      members.created_at AS "writerSince"
    FROM (
      SELECT ${questionId}::integer AS question_id, ${answerId ?? null}::integer AS answer_id,
        ${commentId ?? null}::integer AS comment_id
    ) AS told
    LEFT JOIN comments ON comments.id = told.comment_id
    LEFT JOIN answers ON answers.id = coalesce(told.answer_id, comments.answer_id)
    JOIN questions
      ON questions.id = coalesce(comments.question_id, answers.question_id, told.question_id)
    JOIN members
      ON members.id = coalesce(comments.author_id, answers.author_id, questions.author_id)
    WHERE questions.hidden_at IS NULL AND questions.deleted_at IS NULL
      AND answers.hidden_at IS NULL AND answers.deleted_at IS NULL
      AND comments.hidden_at IS NULL AND comments.deleted_at IS NULL`.execute(db);
  return rows[0];
}

/** Everybody who follows a question; its asker hears of their own. */
export const followersOf = (questionId: number): Audience => sql`
  SELECT member_id, CASE
    WHEN member_id = (SELECT author_id FROM questions WHERE id = ${questionId}) THEN 'own'
    ELSE 'followed' END AS reason
  FROM question_follows WHERE question_id = ${questionId}`;

/** Everybody who follows a question, but for its asker. */
export const othersFollowing = (questionId: number): Audience => sql`
  SELECT member_id, 'followed' AS reason FROM question_follows
  WHERE question_id = ${questionId}
    AND member_id <> (SELECT author_id FROM questions WHERE id = ${questionId})`;

/** Whom a comment on an answer concerns, of those who follow the question. */
export const concernedBy = (answerId: number): Audience => sql`
  SELECT member_id, CASE
    WHEN member_id IN (answers.author_id, questions.author_id) THEN 'own'
    ELSE 'followed' END AS reason
  FROM answers JOIN questions ON questions.id = answers.question_id
  JOIN question_follows ON question_follows.question_id = questions.id
  WHERE answers.id = ${answerId} AND (
    member_id IN (answers.author_id, questions.author_id)
    OR member_id IN (SELECT author_id FROM comments WHERE answer_id = ${answerId}))`;

export const writerOf = (answerId: number): Audience => sql`
  SELECT author_id AS member_id, 'acceptance' AS reason FROM answers WHERE id = ${answerId}`;

/** Everybody who follows a category or one of some tags. */
export const followersOfShelves = ({ category, tags }: Subject): Audience => sql`
  SELECT DISTINCT member_id, 'shelf' AS reason FROM shelf_follows
  WHERE (kind = 'category' AND name = ${category}) OR (kind = 'tag' AND name = ANY(${tags}))`;

/** The members with these handles, which are in small letters. */
export const called = (handles: string[]): Audience => sql`
  SELECT id AS member_id, 'mention' AS reason FROM members WHERE lower(handle) = ANY(${handles})`;

export const onlyMember = (memberId: number): Audience => sql`
  SELECT ${memberId}::integer AS member_id, 'moderation' AS reason`;
