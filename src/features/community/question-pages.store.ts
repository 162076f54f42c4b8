import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Span } from './list-cursor.ts';
import type { ShownAnswer, ShownComment, ShownQuestion } from './question-page.ts';

/** Who reads: members see their own votes and what they deleted, moderators all that is there. */
export interface Reader {
  memberId: number | null;
  isModerator: boolean;
}

/** A row in which JSON has made texts of the times in comments. */
type Raw<Shown extends { comments: ShownComment[] }> = Omit<Shown, 'comments'> & {
  comments: (Omit<ShownComment, 'createdAt' | 'editedAt' | 'deletedAt' | 'hiddenAt'> &
    Record<'createdAt' | 'editedAt' | 'deletedAt' | 'hiddenAt', string | null>)[];
};

const time = (text: string | null) => (text === null ? null : new Date(text));

const comment = (raw: Raw<ShownAnswer>['comments'][number]): ShownComment => ({
  ...raw,
  createdAt: new Date(raw.createdAt ?? 0),
  editedAt: time(raw.editedAt),
  deletedAt: time(raw.deletedAt),
  hiddenAt: time(raw.hiddenAt),
});

/** What is stored was sanitised when it was written. */
const shown = <Shown extends { comments: ShownComment[] }>(raw: Raw<Shown>): Shown =>
  ({ ...raw, comments: raw.comments.map(comment) }) as unknown as Shown;

const author = sql`json_build_object(
  'name', members.name,
  'handle', CASE WHEN members.deleted_at IS NULL THEN members.handle END
)`;

const readable = (table: string, { memberId, isModerator }: Reader) =>
  isModerator
    ? sql`true`
    : sql`${sql.ref(`${table}.hidden_at`)} IS NULL AND (${sql.ref(`${table}.deleted_at`)} IS NULL
        OR ${sql.ref(`${table}.deleted_by_id`)} = ${memberId}::integer)`;

const commentsWhere = (condition: RawBuilder<unknown>, reader: Reader) => sql`(
  SELECT coalesce(json_agg(json_build_object(
    'id', comments.id, 'questionId', comments.question_id, 'authorId', comments.author_id,
    'html', comments.html, 'author', ${author},
    'createdAt', comments.created_at, 'editedAt', comments.edited_at,
    'deletedAt', comments.deleted_at, 'deletedById', comments.deleted_by_id,
    'hiddenAt', comments.hidden_at
  ) ORDER BY comments.id), '[]')
  FROM comments JOIN members ON members.id = comments.author_id
  WHERE ${condition} AND ${readable('comments', reader)}
)`;

const voteOf = (noun: 'question' | 'answer', { memberId }: Reader) =>
  memberId === null
    ? sql`0`
    : sql`coalesce((
        SELECT value FROM ${sql.table(`${noun}_votes`)} AS votes
        WHERE ${sql.ref(`votes.${noun}_id`)} = ${sql.ref(`${noun}s.id`)}
          AND votes.member_id = ${memberId}
      ), 0)`;

/** A question with its comments, whoever may read it. */
export async function findShownQuestion(
  db: Kysely<Database>,
  id: number,
  reader: Reader,
): Promise<ShownQuestion | undefined> {
  const { rows } = await sql<Raw<ShownQuestion>>`
    SELECT questions.id, questions.author_id AS "authorId", questions.title, questions.body,
      questions.html, questions.tags, questions.locale, questions.category,
      questions.created_at AS "createdAt", questions.edited_at AS "editedAt",
      questions.hidden_at AS "hiddenAt", questions.deleted_at AS "deletedAt",
      questions.deleted_by_id AS "deletedById", questions.locked_at AS "lockedAt",
      questions.answer_count AS "answerCount", questions.score, questions.same_count AS "sameCount",
      questions.accepted_answer_id AS "acceptedAnswerId",
      ${author} AS author,
      ${voteOf('question', reader)} AS vote,
      EXISTS (
        SELECT FROM same_questions
        WHERE question_id = questions.id AND member_id = ${reader.memberId}::integer
      ) AS "isSame",
      CASE WHEN articles.removed_at IS NULL AND articles.id IS NOT NULL THEN json_build_object(
        'locale', articles.locale, 'category', articles.category,
        'slug', articles.slug, 'title', articles.title
      ) END AS article,
      (
        SELECT json_build_object('id', original.id, 'title', original.title)
        FROM questions AS original WHERE original.id = questions.duplicate_of_id
      ) AS "duplicateOf",
      ${commentsWhere(
        sql`comments.question_id = questions.id AND comments.answer_id IS NULL`,
        reader,
      )} AS comments
    FROM questions
    JOIN members ON members.id = questions.author_id
    LEFT JOIN articles ON articles.id = questions.article_id
    WHERE questions.id = ${id}`.execute(db);
  return rows[0] && shown<ShownQuestion>(rows[0]);
}

/**
 * Answers of a question from a place on, each with its comments.
 * @returns in the direction of `span`; and the accepted answer, wherever it stands
 */
export async function listShownAnswers(
  db: Kysely<Database>,
  questionId: number,
  reader: Reader,
  span: Span,
  limit: number,
): Promise<{ accepted: ShownAnswer | undefined; answers: ShownAnswer[] }> {
  const backwards = span.before !== undefined && span.after === undefined;
  const from = span.after ?? span.before;
  // Of equal scores the older one comes first, so the two columns run in opposite directions.
  const beyond =
    from &&
    (backwards
      ? sql`(score > ${from.value} OR (score = ${from.value} AND id < ${from.id}))`
      : sql`(score < ${from.value} OR (score = ${from.value} AND id > ${from.id}))`);
  const sorted = backwards ? sql`score ASC, id DESC` : sql`score DESC, id ASC`;
  const { rows } = await sql<Raw<ShownAnswer> & { isAccepted: boolean }>`
    WITH page AS (
      SELECT id, row_number() OVER (ORDER BY ${sorted})::integer AS place
      FROM answers
      WHERE question_id = ${questionId} AND ${readable('answers', reader)}
        ${beyond ? sql`AND ${beyond}` : sql``}
      ORDER BY ${sorted} LIMIT ${limit}
    ), wanted AS (
      SELECT id, place, false AS accepted FROM page
      UNION ALL
      SELECT accepted_answer_id, NULL, true FROM questions
      WHERE id = ${questionId} AND accepted_answer_id IS NOT NULL
    )
    SELECT answers.id, answers.question_id AS "questionId", answers.author_id AS "authorId",
      answers.body, answers.html, answers.official, answers.score,
      answers.created_at AS "createdAt", answers.edited_at AS "editedAt",
      answers.hidden_at AS "hiddenAt", answers.deleted_at AS "deletedAt",
      answers.deleted_by_id AS "deletedById",
      ${author} AS author, ${voteOf('answer', reader)} AS vote,
      ${commentsWhere(sql`comments.answer_id = answers.id`, reader)} AS comments,
      wanted.accepted AS "isAccepted"
    FROM wanted
    JOIN answers ON answers.id = wanted.id
    JOIN members ON members.id = answers.author_id
    ORDER BY wanted.place`.execute(db);
  const split = rows.map(({ isAccepted, ...raw }) => ({
    isAccepted,
    answer: shown<ShownAnswer>(raw),
  }));
  return {
    accepted: split.find(({ isAccepted }) => isAccepted)?.answer,
    answers: split.filter(({ isAccepted }) => !isAccepted).map(({ answer }) => answer),
  };
}
