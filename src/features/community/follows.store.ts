import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { FollowedQuestion, FollowedShelf } from './follow.ts';
import type { Span } from './list-cursor.ts';

/** Writes that a member follows a question, by their own wish. */
export async function insertQuestionFollow(
  trx: Transaction<Database>,
  questionId: number,
  memberId: number,
  now: Date,
): Promise<void> {
  await trx
    .deleteFrom('question_unfollows')
    .where('question_id', '=', questionId)
    .where('member_id', '=', memberId)
    .execute();
  await trx
    .insertInto('question_follows')
    .values({ question_id: questionId, member_id: memberId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Writes that a member no longer follows a question, nor will for writing on it. */
export async function deleteQuestionFollow(
  trx: Transaction<Database>,
  questionId: number,
  memberId: number,
): Promise<void> {
  await trx
    .deleteFrom('question_follows')
    .where('question_id', '=', questionId)
    .where('member_id', '=', memberId)
    .execute();
  await trx
    .insertInto('question_unfollows')
    .values({ question_id: questionId, member_id: memberId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Writes that a member follows a question that they write on, unless they have wished otherwise. */
export async function insertOwnFollow(
  trx: Transaction<Database>,
  questionId: number,
  memberId: number,
  now: Date,
): Promise<void> {
  await sql`
    INSERT INTO question_follows (question_id, member_id, created_at)
    SELECT ${questionId}, id, ${now} FROM members
    WHERE id = ${memberId} AND follows_own AND NOT EXISTS (
      SELECT FROM question_unfollows
      WHERE question_id = ${questionId} AND member_id = ${memberId}
    )
    ON CONFLICT DO NOTHING`.execute(trx);
}

/** Writes whether a member follows a category or a tag. */
export async function setShelfFollow(
  db: Kysely<Database>,
  { kind, name }: FollowedShelf,
  memberId: number,
  follows: boolean,
  now: Date,
): Promise<void> {
  if (follows) {
    await db
      .insertInto('shelf_follows')
      .values({ kind, name, member_id: memberId, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return;
  }
  await db
    .deleteFrom('shelf_follows')
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('member_id', '=', memberId)
    .execute();
}

/** The categories and tags that a member follows, by their names. */
export function listShelfFollows(db: Kysely<Database>, memberId: number): Promise<FollowedShelf[]> {
  return db
    .selectFrom('shelf_follows')
    .select(['kind', 'name'])
    .where('member_id', '=', memberId)
    .orderBy('kind')
    .orderBy('name')
    .execute();
}

/** Whether a member follows a category or a tag. */
export async function findShelfFollow(
  db: Kysely<Database>,
  { kind, name }: FollowedShelf,
  memberId: number,
): Promise<boolean> {
  const found = await db
    .selectFrom('shelf_follows')
    .select('member_id')
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * The shown questions that a member follows, the newest question first.
 * @returns in the direction of `span`
 */
export async function listQuestionFollows(
  db: Kysely<Database>,
  memberId: number,
  { after, before }: Span,
  limit: number,
): Promise<FollowedQuestion[]> {
  const isBackwards = before !== undefined && after === undefined;
  const { rows } = await sql<FollowedQuestion>`
    SELECT id, title, locale, answer_count AS "answerCount",
      accepted_answer_id AS "acceptedAnswerId"
    FROM question_follows JOIN questions ON id = question_id
    WHERE member_id = ${memberId} AND hidden_at IS NULL AND deleted_at IS NULL
      ${after ? sql`AND question_id < ${after.id}` : sql``}
      ${isBackwards ? sql`AND question_id > ${before.id}` : sql``}
    ORDER BY question_id ${isBackwards ? sql`ASC` : sql`DESC`}
    LIMIT ${limit}`.execute(db);
  return rows;
}
