import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';
import { PLANNED_ANEW } from '#src/server/preparing-client.ts';
import { MARKS } from './marked-text.ts';
import type { QuestionState } from './question-search.ts';

/** Which texts count, in the shape that the database takes. */
export interface WordsRequest {
  /** As `questionTerms` makes them. */
  terms: string;
  /** Whether excerpts are cut and marked by the caller, for scripts without spaces. */
  isUnspaced: boolean;
  locales: string[];
  state: QuestionState;
  category: string | undefined;
}

/** A question that was found, with `MARKS` in its texts. */
export interface QuestionRow {
  id: number;
  title: string;
  marked: string;
  locale: string;
  category: string;
  answerCount: number;
  acceptedAnswerId: number | null;
  createdAt: Date;
  /** HTML without its tags. */
  excerpt: string;
  /** What the text begins with, in the same way. */
  beginning: string;
  answerId: number | null;
}

/** Ranking costs by the row, and a common word stands in every third: the newest so many count. */
const RANKED = { question: 200, answer: 100 };
/** Much longer is what nobody reads in a list. */
const READ = 5_000;
/** What a word counts in an answer, a body or a tag, and a title; from D to A. */
const WEIGHTS = sql`'{0.1,0.2,0.4,1}'::real[]`;
/** Of two that match alike, the solved one helps more. */
const SOLVED = sql`1.25`;
const STOPS = `StartSel=${MARKS.start}, StopSel=${MARKS.end}, `;
const EXCERPT = 'MaxFragments=1, MaxWords=28, MinWords=14, ShortWord=2';
const SHOWN = sql`hidden_at IS NULL AND deleted_at IS NULL AND duplicate_of_id IS NULL`;

const queryIn = (locale: RawBuilder<unknown>, terms: string) =>
  sql`to_tsquery(language_of(${locale}), ${terms})`;

/** The newest texts with all the words, of questions or of answers, in one language. */
export function candidates(noun: 'question' | 'answer', locale: string, request: WordsRequest) {
  const { terms, state, category, locales } = request;
  const query = queryIn(sql`${locale}`, terms);
  const id = sql.ref(`${noun}_id`);
  const limit = Math.ceil(RANKED[noun] / locales.length);
  return sql`(
    SELECT question_id, ${noun === 'answer' ? id : sql`NULL::integer`} AS answer_id,
      ts_rank_cd(${WEIGHTS}, words, ${query}, 1) * CASE WHEN is_solved THEN ${SOLVED} ELSE 1 END AS rank
    FROM (
      SELECT * FROM ${sql.table(`${noun}_words`)}
      WHERE words @@ ${query} AND locale = ${locale}
        ${category === undefined ? sql`` : sql`AND category = ${category}`}
        ${state === 'any' ? sql`` : sql`AND is_solved = ${state === 'solved'}`}
      ORDER BY ${id} DESC LIMIT ${limit}
    ) AS newest
  )`;
}

/** What results show of the questions in `best`, in their order. */
function shown(best: RawBuilder<unknown>, { terms, isUnspaced }: WordsRequest) {
  const query = queryIn(sql`questions.locale`, terms);
  const marked = (text: RawBuilder<unknown>, options: string) =>
    sql`ts_headline(language_of(questions.locale), ${text}, ${query}, ${STOPS + options})`;
  const bare = (text: RawBuilder<unknown>) =>
    sql`translate(${text}, ${MARKS.start + MARKS.end}, '')`;
  const html = sql`left(coalesce(answers.html, questions.html), ${READ})`;
  return sql<QuestionRow>`${sql.raw(PLANNED_ANEW)}
    SELECT questions.id, title, questions.locale, category,
      answer_count AS "answerCount", accepted_answer_id AS "acceptedAnswerId",
      questions.created_at AS "createdAt", answers.id AS "answerId",
      ${isUnspaced ? bare(sql`title`) : marked(bare(sql`title`), 'HighlightAll=true')} AS marked,
      ${isUnspaced ? bare(sql`regexp_replace(${html}, '<[^>]*>', ' ', 'g')`) : marked(bare(html), EXCERPT)}
        AS excerpt,
      ${bare(sql`regexp_replace(left(${html}, 400), '<[^>]*>', ' ', 'g')`)} AS beginning
    FROM (${best}) AS best
      JOIN questions ON questions.id = best.question_id
      LEFT JOIN answers ON answers.id = best.answer_id
    ORDER BY rank DESC, questions.id DESC`;
}

/** Shown questions that have all the words, themselves or with an answer, the best first. */
export async function listQuestionsWithWords(
  db: Kysely<Database>,
  request: WordsRequest,
  from: number,
  limit: number,
): Promise<QuestionRow[]> {
  const texts = request.locales.flatMap((locale) => [
    candidates('question', locale, request),
    candidates('answer', locale, request),
  ]);
  const best = sql`
    SELECT question_id, max(rank) AS rank,
      CASE WHEN bool_and(answer_id IS NOT NULL)
        THEN (array_agg(answer_id ORDER BY rank DESC, answer_id))[1] END AS answer_id
    FROM (${sql.join(texts, sql` UNION ALL `)}) AS found
    GROUP BY question_id
    ORDER BY rank DESC, question_id DESC LIMIT ${limit} OFFSET ${from}`;
  return (await shown(best, request).execute(db)).rows;
}

/** Shown questions whose title has a stretch that is spelled like the query, the nearest first. */
export async function listQuestionsSpelledLike(
  db: Kysely<Database>,
  query: string,
  request: WordsRequest,
  limit: number,
): Promise<QuestionRow[]> {
  const { terms, locales, state, category } = request;
  const best = sql`
    SELECT id AS question_id, NULL::integer AS answer_id, word_similarity(${query}, title) AS rank
    FROM (
      SELECT id, title FROM questions
      WHERE title %> ${query} AND ${SHOWN} AND locale = ANY(${locales})
        -- Words such as "how to" are in every title.
        AND numnode(${queryIn(sql`${locales[0]}`, terms)}) > 0
        ${category === undefined ? sql`` : sql`AND category = ${category}`}
        ${
          state === 'any'
            ? sql``
            : sql`AND (accepted_answer_id IS NOT NULL) = ${state === 'solved'}`
        }
      LIMIT ${RANKED.question}
    ) AS alike
    ORDER BY rank DESC, id DESC LIMIT ${limit}`;
  return (await shown(best, request).execute(db)).rows;
}
