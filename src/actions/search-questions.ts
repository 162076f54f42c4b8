import { setTimeout as sleep } from 'node:timers/promises';
import { findQuestions } from '#src/features/search/find-questions.ts';
import type { QuestionAnswer, QuestionRequest } from '#src/features/search/question-search.ts';
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
  const { visitor } = await senderOf(context, systemClock());
  await useLimits(database(), [[SEARCHES_PER_VISITOR, visitor.code]]);
  return findQuestions(database(), request);
}

/** The same where something else is the main thing. @returns undefined for whatever goes wrong */
export async function questionsBeside(
  context: Context,
  request: QuestionRequest,
): Promise<QuestionAnswer | undefined> {
  const late = sleep(PATIENCE, undefined, { ref: false });
  return Promise.race([searchQuestions(context, request).catch(() => undefined), late]);
}
