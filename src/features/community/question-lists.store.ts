import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';
import { PLANNED_ANEW } from '#src/server/preparing-client.ts';
import { statement, type Slots } from '#src/server/statement.store.ts';
import { scoreAt, type Span } from './list-cursor.ts';
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

/** The forms that the statement takes; each is planned by itself. */
interface Form {
  order: Order;
  shelf: 'all' | 'category' | 'tag' | 'author' | 'followed';
  from: 'start' | 'after' | 'before';
  /** How many languages; none for all that there are. */
  languages: number | undefined;
}

interface Values {
  value: number | Date;
  place: number;
  limit: number;
  locales: string[];
  category: string;
  tag: string;
  /** The author of what is listed, or whoever reads what they follow. */
  memberId: number;
  categories: string[];
  tags: string[];
}

const UNNAMED = { category: '', tag: '', memberId: 0, categories: [], tags: [] };

const SHELVES: Record<Form['shelf'], (values: Slots<Values>) => RawBuilder<unknown>[]> = {
  all: () => [],
  category: ({ category }) => [sql`category = ${category}`],
  tag: ({ tag }) => [sql`tags @> ARRAY[${tag}]`],
  author: ({ memberId }) => [sql`author_id = ${memberId}`],
  followed: ({ memberId, categories, tags }) => [
    sql`accepted_answer_id IS NULL AND locked_at IS NULL AND author_id <> ${memberId}`,
    sql`(category = ANY(${categories}) OR tags && ${tags}::text[])`,
  ],
};

const listWhere = statement<Form, Values, ListedQuestion>(
  ({ order, shelf, from, languages }, values) => {
    const column = sql.ref(`questions.${SORTED_BY[order]}`);
    const { value, place } = values;
    const beyond = {
      start: [],
      after: [sql`(${column}, questions.id) < (${value}, ${place})`],
      before: [sql`(${column}, questions.id) > (${value}, ${place})`],
    };
    const direction = from === 'before' ? sql`ASC` : sql`DESC`;
    const sorted = sql`ORDER BY ${column} ${direction}, questions.id ${direction} LIMIT ${values.limit}`;
    const conditions = [
      ...(order === 'unanswered' ? [sql`answer_count = 0`] : []),
      ...SHELVES[shelf](values),
      ...beyond[from],
    ];
    const first = (language: RawBuilder<unknown>[]) => {
      const where = sql.join([SHOWN, ...language, ...conditions], sql` AND `);
      // Thousands may be passed over before there are enough with a tag: by the index alone.
      return shelf === 'tag'
        ? sql`(SELECT * FROM questions WHERE id IN (SELECT id FROM questions WHERE ${where} ${sorted}))`
        : sql`(SELECT * FROM questions WHERE ${where} ${sorted})`;
    };
    // The first of each language, since the indexes begin with it.
    const parts =
      languages === undefined
        ? [first([])]
        : Array.from({ length: languages }, (_, number) =>
            first([sql`locale = (${values.locales}::text[])[${sql.lit(number + 1)}]`]),
          );
    return sql`${sql.raw(shelf === 'tag' ? PLANNED_ANEW : '')}
      SELECT ${LISTED}
      FROM (${sql.join(parts, sql` UNION ALL `)}) AS questions
      ${sorted}`;
  },
);

async function list(
  db: Kysely<Database>,
  { order, shelf }: Pick<Form, 'order' | 'shelf'>,
  { after, before }: Span,
  { limit, locales, ...named }: Partial<Values> & { limit: number; locales: string[] | undefined },
): Promise<ListedQuestion[]> {
  const from = after ? 'after' : before ? 'before' : 'start';
  const at = after ?? before ?? { value: 0, id: 0 };
  return listWhere(
    db,
    { order, shelf, from, languages: locales?.length },
    {
      value: order === 'helpful' ? scoreAt(at) : new Date(at.value),
      place: at.id,
      limit,
      locales: locales ?? [],
      ...UNNAMED,
      ...named,
    },
  );
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
  const values = { limit, locales };
  if (category !== undefined)
    return list(db, { order, shelf: 'category' }, span, { ...values, category });
  if (tag !== undefined) return list(db, { order, shelf: 'tag' }, span, { ...values, tag });
  if (author !== undefined)
    return list(db, { order, shelf: 'author' }, span, { ...values, memberId: author });
  return list(db, { order, shelf: 'all' }, span, values);
}

/** Shown questions of others on a member's shelves that take an answer and have no accepted one. */
export async function listUnsolved(
  db: Kysely<Database>,
  followed: FollowedShelves,
  locales: string[] | undefined,
  span: Span,
  limit: number,
): Promise<ListedQuestion[]> {
  const form = { order: 'needs-answer', shelf: 'followed' } as const;
  return list(db, form, span, { ...followed, limit, locales });
}
