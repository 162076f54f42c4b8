import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listSimilarQuestions, type SimilarQuestion } from './questions.store.ts';

/** So many are shown before posting. */
const SHOWN = 5;

/** Questions that may already have the answer to one with this title. */
export async function similarQuestions(
  db: Kysely<Database>,
  title: string,
  locale: string,
): Promise<SimilarQuestion[]> {
  return listSimilarQuestions(db, title, locale, SHOWN);
}
