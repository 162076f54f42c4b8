import { setTimeout as sleep } from 'node:timers/promises';
import { findQuestions } from '#src/features/search/find-questions.ts';
import {
  findSolvedQuestions,
  type SolvedQuestion,
} from '#src/features/search/find-solved-questions.ts';
import type {
  QuestionAnswer,
  QuestionRequest,
  QuestionsBeside,
} from '#src/features/search/question-search.ts';
import { judgeOf } from '#src/features/search/search-help-center.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { useLimits, type Limit } from '#src/server/rate-limit.ts';
import { senderOf } from './sender-of.ts';

/** Somebody who types, looks, and types again, in several tabs. */
const SEARCHES_PER_VISITOR: Limit = { name: 'question-search', uses: 120, seconds: 60 };
/** Milliseconds that articles wait for the questions beside them. */
const PATIENCE = 1000;

type Context = { request: Request; clientAddress: string };

/**
 * Looks for questions, for a visitor who may do so only so often.
 * @throws TooMany, and whatever the database throws when it is away
 */
export async function searchQuestions(
  context: Context,
  request: QuestionRequest,
): Promise<QuestionAnswer> {
  await useSearch(context);
  return findQuestions(database(), request);
}

/** Before anything is looked for: what is refused must not cost. @throws TooMany */
async function useSearch(context: Context): Promise<void> {
  const { visitor } = await senderOf(context, systemClock());
  await useLimits(database(), [[SEARCHES_PER_VISITOR, visitor.code]]);
}

/**
 * What the community has beside the articles of a search: solved questions that answer it, and
 * others with all of its words.
 * @throws TooMany, and whatever the database throws when it is away
 */
export async function searchBeside(
  context: Context,
  { isVerbatim, ...request }: QuestionRequest & { isVerbatim: boolean },
): Promise<QuestionsBeside> {
  const { query, category, locales, state = 'any' } = request;
  const [locale = ''] = locales;
  await useSearch(context);
  // Whoever narrows the questions wants to see them apart.
  const solving = state === 'any' ? solvedOnes(locale, { query, category, isVerbatim }) : [];
  const [answer, solved] = await Promise.all([findQuestions(database(), request), solving]);
  const shown = new Set(solved.map(({ id }) => id));
  const questions = answer.questions.filter(({ id }) => !shown.has(id));
  return { ...answer, questions, solved };
}

/** Without the index of the articles, nobody knows how well they fit. */
async function solvedOnes(
  locale: string,
  {
    query,
    category,
    isVerbatim,
  }: Pick<QuestionRequest, 'query' | 'category'> & { isVerbatim: boolean },
): Promise<SolvedQuestion[]> {
  const judge = await judgeOf(locale, { query, isVerbatim }).catch(() => undefined);
  return judge ? findSolvedQuestions(database(), judge, { locale, category }) : [];
}

/** The same where something else is the main thing. @returns undefined for whatever goes wrong */
export async function questionsBeside(
  ...search: Parameters<typeof searchBeside>
): Promise<QuestionsBeside | undefined> {
  return soon(searchBeside(...search));
}

/** Solved questions alone, where something else is the main thing. @returns none for whatever goes wrong */
export async function solvedBeside(
  ...search: Parameters<typeof solvedOnes>
): Promise<SolvedQuestion[]> {
  return (await soon(solvedOnes(...search))) ?? [];
}

/** What is there before patience ends. */
function soon<Found>(finding: Promise<Found>): Promise<Found | undefined> {
  const late = sleep(PATIENCE, undefined, { ref: false });
  return Promise.race([finding.catch(() => undefined), late]);
}
