import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Place, Span } from './list-cursor.ts';
import type { ListedQuestion, Order, Shelf } from './question-list.ts';

/** What each order sorts by; an index of the shown questions stands behind each. */
const SORTED_BY = {
  active: 'active_at',
  newest: 'created_at',
  unanswered: 'created_at',
  helpful: 'score',
} as const satisfies Record<Order, string>;

/**
 * Shown questions on a shelf, from a place on.
 * @param limit with one to spare it tells whether the list goes on
 * @returns in the direction of `span`: what comes before a place, the nearest first
 */
export async function listQuestions(
  db: Kysely<Database>,
  order: Order,
  { category, tag, author }: Shelf,
  span: Span,
  limit: number,
): Promise<ListedQuestion[]> {
  const column = sql.ref(`questions.${SORTED_BY[order]}`);
  const valueOf = ({ value }: Place) => (order === 'helpful' ? value : new Date(value));
  const conditions = [
    sql`hidden_at IS NULL AND questions.deleted_at IS NULL AND duplicate_of_id IS NULL`,
    ...(order === 'unanswered' ? [sql`answer_count = 0`] : []),
    ...(category === undefined ? [] : [sql`category = ${category}`]),
    ...(author === undefined ? [] : [sql`author_id = ${author}`]),
    ...(tag === undefined ? [] : [sql`tags @> ARRAY[${tag}]`]),
    ...(span.after
      ? [sql`(${column}, questions.id) < (${valueOf(span.after)}, ${span.after.id})`]
      : span.before
        ? [sql`(${column}, questions.id) > (${valueOf(span.before)}, ${span.before.id})`]
        : []),
  ];
  const direction = span.before && !span.after ? sql`ASC` : sql`DESC`;
  const { rows } = await sql<ListedQuestion>`
    SELECT questions.id, title, questions.locale, category, tags,
      questions.created_at AS "createdAt", active_at AS "activeAt",
      answer_count AS "answerCount", accepted_answer_id AS "acceptedAnswerId",
      score, same_count AS "sameCount", members.name AS author
    FROM questions JOIN members ON members.id = author_id
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY ${column} ${direction}, questions.id ${direction}
    LIMIT ${limit}`.execute(db);
  return rows;
}
