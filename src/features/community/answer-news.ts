import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { findAnswerNews, type AnswerNews } from './answers.store.ts';

/**
 * How many answers a question has, and which is the newest, for pages that are open.
 * @returns undefined when not everybody can read the question
 */
export async function answerNews(
  db: Kysely<Database>,
  questionId: number,
): Promise<AnswerNews | undefined> {
  return findAnswerNews(db, questionId);
}
