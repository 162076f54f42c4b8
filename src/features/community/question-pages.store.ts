import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';
import { statement, type Slots } from '#src/server/statement.store.ts';
import { scoreAt, type Span } from './list-cursor.ts';
import type { ShownAnswer, ShownComment, ShownQuestion } from './question-page.ts';
import type { DraftFields } from './save-draft.ts';
import type { Vote } from './vote.ts';

/** Who reads: members see their own votes and what they deleted, moderators all that is there. */
export interface Reader {
  memberId: number | null;
  isModerator: boolean;
}

/** A question with its comments, some of its answers and the accepted one with theirs. */
export interface FoundPage {
  question: ShownQuestion;
  /** Wherever it stands among the others. */
  accepted: ShownAnswer | undefined;
  /** In the direction that was asked for. */
  answers: ShownAnswer[];
  /** The reader's own of an answer and of comments, by place. */
  drafts: Map<string, string>;
}

/** Nobody reads on through more of the same. */
const DUPLICATES_SHOWN = 50;

/** The forms that the statement takes; each is planned by itself. */
interface Form {
  isMember: boolean;
  isModerator: boolean;
  from: 'start' | 'after' | 'before';
}

interface Values {
  id: number;
  memberId: number | null;
  value: number;
  place: number;
  limit: number;
}

function readable(table: string, { isMember, isModerator }: Form, { memberId }: Slots<Values>) {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  if (isModerator) {
    // Not what was deleted for good: nothing of it is left.
    return sql`(${column('deleted_at')} IS NULL OR ${column('deleted_by_id')} IS NOT NULL)`;
  }
  const shown = sql`${column('hidden_at')} IS NULL AND ${column('deleted_at')} IS NULL`;
  if (!isMember) return shown;
  return sql`(${shown}
    OR ${column('hidden_at')} IS NULL AND ${column('deleted_by_id')} = ${memberId}
    OR ${column('deleted_at')} IS NULL AND ${column('author_id')} = ${memberId}
      AND ${column('hidden_for')} IN ('held', 'flags'))`;
}

/** What all writing has, by the names of `Writing` and `Shown`; the author is put together later. */
const written = (table: string) => sql`
  ${sql.ref(`${table}.id`)}, author_id AS "authorId", html, members.name,
  CASE WHEN members.deleted_at IS NULL THEN members.handle END AS handle, members.avatar,
  ${sql.ref(`${table}.created_at`)} AS "createdAt", edited_at AS "editedAt"`;

/** By whom and why writing is not for all. */
const withheld = (table: string) => sql`,
  hidden_at AS "hiddenAt", hidden_for AS "hiddenFor",
  ${sql.ref(`${table}.deleted_at`)} AS "deletedAt", deleted_by_id AS "deletedById"`;

/** The same of an answer or comment; whoever is not signed in sees none that is withheld. */
const withheldFrom = ({ isMember }: Form, table: string) => (isMember ? withheld(table) : sql``);

const voteOnQuestion = ({ isMember }: Form, { memberId }: Slots<Values>) =>
  isMember
    ? sql`coalesce((
        SELECT value FROM question_votes
        WHERE question_id = questions.id AND member_id = ${memberId}
      ), 0)`
    : sql`0`;

/** The reader's votes on all answers, by the answers' numbers. */
const votesOnAnswers = ({ isMember }: Form, { id, memberId }: Slots<Values>) =>
  isMember
    ? sql`(
        SELECT coalesce(json_object_agg(answer_id, value), '{}') FROM answer_votes
        WHERE member_id = ${memberId}
          AND answer_id IN (SELECT answers.id FROM answers WHERE question_id = ${id})
      )`
    : sql`'{}'::json`;

/** Whether the reader stands in a table of question and member. */
const isIn = (table: string, { isMember }: Form, { memberId }: Slots<Values>) =>
  isMember
    ? sql`EXISTS (
        SELECT FROM ${sql.table(table)}
        WHERE question_id = questions.id AND member_id = ${memberId}
      )`
    : sql`false`;

const answersWhere = (condition: RawBuilder<unknown>, form: Form, values: Slots<Values>) => sql`
  SELECT ${written('answers')}${withheldFrom(form, 'answers')}, official, score
  FROM answers JOIN members ON members.id = author_id
  WHERE ${condition} AND ${readable('answers', form, values)}`;

// Of equal scores the older one comes first, so the two columns run in opposite directions.
const BEYOND = {
  start: () => sql``,
  after: ({ value, place }: Slots<Values>) =>
    sql`AND (score < ${value} OR (score = ${value} AND answers.id > ${place}))`,
  before: ({ value, place }: Slots<Values>) =>
    sql`AND (score > ${value} OR (score = ${value} AND answers.id < ${place}))`,
};

/** What the reader has typed below the question and not posted. */
const draftsAbout = ({ isMember }: Form, { memberId }: Slots<Values>) =>
  isMember
    ? sql`(
        SELECT coalesce(json_agg(json_build_object('place', place, 'fields', fields)), '[]')
        FROM drafts WHERE member_id = ${memberId}
          AND (place IN ('answer/' || questions.id, 'comment/' || questions.id)
            OR place LIKE 'comment/' || questions.id || '/%')
      )`
    : sql`'[]'::json`;

/** Each part as JSON, so that one question to the database and one row bring the whole page. */
const findPage = statement<
  Form,
  Values,
  { question: any; answers: any[]; comments: any[]; votes: Record<number, Vote>; drafts: any[] }
>(
  (form, values) => sql`
    SELECT (
      SELECT row_to_json(asked) FROM (
        SELECT ${written('questions')}${withheld('questions')}, questions.title, body, tags, questions.locale,
          questions.category, locked_at AS "lockedAt", pinned_at AS "pinnedAt",
          duplicate_of_id AS "duplicateOfId", answer_count AS "answerCount", score,
          same_count AS "sameCount", accepted_answer_id AS "acceptedAnswerId", searched,
          ${voteOnQuestion(form, values)} AS vote,
          ${isIn('same_questions', form, values)} AS "isSame",
          ${isIn('question_follows', form, values)} AS "isFollowed",
          CASE WHEN questions.article_id IS NOT NULL THEN (
            SELECT json_build_object(
              'locale', articles.locale, 'category', articles.category,
              'slug', articles.slug, 'title', articles.title
            )
            FROM articles WHERE articles.id = questions.article_id AND removed_at IS NULL
          ) END AS article,
          (
            SELECT coalesce(json_agg(repeated), '[]') FROM (
              SELECT id, title FROM questions AS repeated
              WHERE repeated.duplicate_of_id = questions.id
                AND repeated.hidden_at IS NULL AND repeated.deleted_at IS NULL
              ORDER BY id LIMIT ${sql.lit(DUPLICATES_SHOWN)}
            ) AS repeated
          ) AS duplicates,
          (
            SELECT json_build_object('id', original.id, 'title', original.title)
            FROM questions AS original WHERE original.id = questions.duplicate_of_id
          ) AS "duplicateOf"
      ) AS asked
    ) AS question,
    (
      SELECT coalesce(json_agg(answered), '[]') FROM (
        ${answersWhere(sql`question_id = ${values.id}`, form, values)} ${BEYOND[form.from](values)}
        ORDER BY ${form.from === 'before' ? sql`score ASC, answers.id DESC` : sql`score DESC, answers.id ASC`}
        LIMIT ${values.limit}
      ) AS answered
    ) AS answers,
    (
      SELECT coalesce(json_agg(remark), '[]') FROM (
        SELECT ${written('comments')}${withheldFrom(form, 'comments')}, answer_id AS "answerId"
        FROM comments JOIN members ON members.id = author_id
        WHERE question_id = ${values.id} AND ${readable('comments', form, values)}
        ORDER BY comments.id
      ) AS remark
    ) AS comments,
    ${votesOnAnswers(form, values)} AS votes,
    ${draftsAbout(form, values)} AS drafts
    FROM questions JOIN members ON members.id = author_id
    WHERE questions.id = ${values.id}`,
);

/** An answer by its number, wherever it stands among the others. */
const findOneAnswer = statement<Form, Values, { answer: any }>(
  (form, values) => sql`
    SELECT row_to_json(found) AS answer
    FROM (${answersWhere(sql`answers.id = ${values.id}`, form, values)}) AS found`,
);

const TIMES = ['createdAt', 'editedAt', 'deletedAt', 'hiddenAt', 'lockedAt', 'pinnedAt'];
const FOR_ALL = { hiddenAt: null, hiddenFor: null, deletedAt: null, deletedById: null };

/** What was written, from a row in which JSON has made texts of the times; the HTML is sanitised when it is stored. */
function shown<Writing>({ name, handle, avatar, ...row }: any): Writing {
  for (const time of TIMES) if (row[time]) row[time] = new Date(row[time]);
  return { ...FOR_ALL, ...row, author: { name, handle, avatar } };
}

/** A question with a page of its answers, whoever may read it. */
export async function findQuestionPage(
  db: Kysely<Database>,
  id: number,
  { memberId, isModerator }: Reader,
  { after, before }: Span,
  limit: number,
): Promise<FoundPage | undefined> {
  const from = after ? 'after' : before ? 'before' : 'start';
  const { value, id: place } = after ?? before ?? { value: 0, id: 0 };
  const form: Form = { isMember: memberId !== null, isModerator, from };
  const values: Values = { id, memberId, value: scoreAt({ value }), place, limit };
  const [row] = await findPage(db, form, values);
  if (!row) return undefined;
  const comments = new Map<number | null, ShownComment[]>();
  for (const { answerId, ...raw } of row.comments) {
    const comment = shown<ShownComment>({ ...raw, questionId: id });
    const known = comments.get(answerId);
    if (known) known.push(comment);
    else comments.set(answerId, [comment]);
  }
  const answer = (raw: any) =>
    shown<ShownAnswer>({
      ...raw,
      questionId: id,
      vote: row.votes[raw.id] ?? 0,
      comments: comments.get(raw.id) ?? [],
    });
  const answers = row.answers.map(answer);
  const { acceptedAnswerId } = row.question;
  let accepted = answers.find((one) => one.id === acceptedAnswerId);
  if (acceptedAnswerId !== null && !accepted) {
    const [found] = await findOneAnswer(db, form, { ...values, id: acceptedAnswerId });
    accepted = found && answer(found.answer);
  }
  return {
    question: shown<ShownQuestion>({ ...row.question, comments: comments.get(null) ?? [] }),
    accepted,
    answers,
    drafts: new Map(
      row.drafts.map(({ place, fields }: Record<'place' | 'fields', string>) => [
        place,
        (JSON.parse(fields) as DraftFields)['body'] ?? '',
      ]),
    ),
  };
}
