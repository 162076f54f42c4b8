import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';
import { PLANNED_ANEW } from '#src/server/preparing-client.ts';
import { scoreAt, type Place, type Span } from './list-cursor.ts';
import type { FollowedShelves, ListedQuestion, Order, Shelf } from './question-list.ts';

/** What each order sorts by; an index of the shown questions of a language stands behind each. */
const SORTED_BY = {
  active: 'active_at',
  newest: 'created_at',
  unanswered: 'created_at',
  helpful: 'score',
  'needs-answer': 'created_at',
} as const satisfies Record<Order, string>;

const SHOWN = sql`hidden_at IS NULL AND questions.deleted_at IS NULL AND duplicate_of_id IS NULL`;

// Names one by one: a join would read all members, who are not many enough for its planner to mind.
const LISTED = sql`questions.id, title, questions.locale, category, tags,
      questions.created_at AS "createdAt", active_at AS "activeAt",
      answer_count AS "answerCount", accepted_answer_id AS "acceptedAnswerId",
      score, same_count AS "sameCount", pinned_at AS "pinnedAt",
      (SELECT name FROM members WHERE members.id = author_id) AS author`;

/** Shown questions of a shelf that staff has pinned, the latest pinned first. */
export async function listPinned(
  db: Kysely<Database>,
  { category, locales }: Shelf,
  limit: number,
): Promise<ListedQuestion[]> {
  const { rows } = await sql<ListedQuestion>`
    SELECT ${LISTED}
    FROM questions
    WHERE pinned_at IS NOT NULL AND ${SHOWN}
      ${category === undefined ? sql`` : sql`AND category = ${category}`}
      ${locales === undefined ? sql`` : sql`AND questions.locale = ANY(${locales})`}
    ORDER BY pinned_at DESC, questions.id DESC
    LIMIT ${limit}`.execute(db);
  return rows;
}

/**
 * Shown questions on a shelf, from a place on.
 * @param limit with one to spare it tells whether the list goes on
 * @returns in the direction of `span`: what comes before a place, the nearest first
 */
export async function listQuestions(
  db: Kysely<Database>,
  order: Order,
  { category, tag, author, locales }: Shelf,
  span: Span,
  limit: number,
): Promise<ListedQuestion[]> {
  const how = tag === undefined ? sql`` : sql.raw(PLANNED_ANEW);
  return listWhere(db, how, order, span, limit, locales, [
    ...(order === 'unanswered' ? [sql`answer_count = 0`] : []),
    ...(category === undefined ? [] : [sql`category = ${category}`]),
    ...(author === undefined ? [] : [sql`author_id = ${author}`]),
    ...(tag === undefined ? [] : [sql`tags @> ARRAY[${tag}]`]),
  ]);
}

/** Shown questions of others on a member's shelves that take an answer and have no accepted one. */
export async function listUnsolved(
  db: Kysely<Database>,
  { memberId, categories, tags }: FollowedShelves,
  locales: string[] | undefined,
  span: Span,
  limit: number,
): Promise<ListedQuestion[]> {
  return listWhere(db, sql``, 'needs-answer', span, limit, locales, [
    sql`accepted_answer_id IS NULL AND locked_at IS NULL AND author_id <> ${memberId}`,
    sql`(category = ANY(${categories}) OR tags && ${tags}::text[])`,
  ]);
}

async function listWhere(
  db: Kysely<Database>,
  how: RawBuilder<unknown>,
  order: Order,
  span: Span,
  limit: number,
  locales: string[] | undefined,
  conditions: RawBuilder<unknown>[],
): Promise<ListedQuestion[]> {
  const column = sql.ref(`questions.${SORTED_BY[order]}`);
  const valueOf = (one: Place) => (order === 'helpful' ? scoreAt(one) : new Date(one.value));
  const place = span.after
    ? [sql`(${column}, questions.id) < (${valueOf(span.after)}, ${span.after.id})`]
    : span.before
      ? [sql`(${column}, questions.id) > (${valueOf(span.before)}, ${span.before.id})`]
      : [];
  const direction = span.before && !span.after ? sql`ASC` : sql`DESC`;
  const sorted = sql`ORDER BY ${column} ${direction}, questions.id ${direction} LIMIT ${limit}`;
  const first = (language: RawBuilder<unknown>[]) => sql`(
    SELECT * FROM questions
    WHERE ${sql.join([SHOWN, ...language, ...conditions, ...place], sql` AND `)}
    ${sorted})`;
  // The first of each language, since the indexes begin with it.
  const parts = locales?.map((locale) => first([sql`locale = ${locale}`])) ?? [first([])];
  const { rows } = await sql<ListedQuestion>`${how}
    SELECT ${LISTED}
    FROM (${sql.join(parts, sql` UNION ALL `)}) AS questions
    ${sorted}`.execute(db);
  return rows;
}
