import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { statusOf } from '#src/features/community/question.ts';
import {
  listQuestionsSpelledLike,
  listQuestionsWithWords,
  type QuestionRow,
} from './found-questions.store.ts';
import {
  markedPieces,
  markWords,
  stretchAround,
  withDots,
  withoutEntities,
} from './marked-text.ts';
import { tidyQuery } from './query.ts';
import type { FoundQuestion, QuestionAnswer, QuestionRequest } from './question-search.ts';
import { isUnspaced, queryRuns, questionTerms } from './question-terms.ts';

/** Questions on one page of results. */
export const QUESTIONS_SIZE = 20;
/** Fewer found by their words, and titles that are spelled alike come below them. */
const FEW = 3;
/** More letters than these are spelled like no title. */
const SPELLED = 60;

/** Questions that everybody can read and that have all the words of a query, the best first. */
export async function findQuestions(
  db: Kysely<Database>,
  { query, locales, state = 'any', category, from = 0, size = QUESTIONS_SIZE }: QuestionRequest,
): Promise<QuestionAnswer> {
  const terms = questionTerms(query);
  if (terms === '') return { questions: [], hasMore: false };
  const runs = queryRuns(query);
  const request = { terms, isUnspaced: runs.some(isUnspaced), locales, state, category };
  const withWords = await listQuestionsWithWords(db, request, from, size + 1);
  let found = withWords;
  if (from === 0 && found.length < FEW) {
    const known = new Set(found.map(({ id }) => id));
    const alike = await listQuestionsSpelledLike(
      db,
      tidyQuery(query).slice(0, SPELLED),
      request,
      size,
    );
    found = [...found, ...alike.filter(({ id }) => !known.has(id))];
  }
  const questions = found.slice(0, size).map((row, at) => ({
    ...describe(row, request.isUnspaced, runs),
    quality: at < withWords.length ? ('good' as const) : ('partial' as const),
  }));
  return { questions, hasMore: found.length > size };
}

function describe(
  row: QuestionRow,
  isUnspaced: boolean,
  runs: string[],
): Omit<FoundQuestion, 'quality'> {
  const { id, title, locale, category, answerCount, createdAt, answerId } = row;
  const excerpt = withoutEntities(row.excerpt);
  const beginning = withoutEntities(row.beginning);
  const mark = (text: string) => (isUnspaced ? markWords(text, runs) : text);
  return {
    id,
    title,
    locale,
    category,
    answerCount,
    createdAt,
    answerId,
    status: statusOf(row),
    marked: markedPieces(mark(row.marked)),
    excerpt: markedPieces(
      isUnspaced ? mark(stretchAround(excerpt, runs)) : withDots(excerpt, beginning),
    ),
  };
}
