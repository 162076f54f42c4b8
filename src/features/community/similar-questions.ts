import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { tellingWords } from './telling-words.ts';
import {
  listQuestionsBySpelling,
  listQuestionsByWords,
  type SimilarQuestion,
} from './questions.store.ts';

/** So many are shown before posting. */
const SHOWN = 5;
const MOST_SPELLED = 3;
const MOST_OF_BODY = 8;

/**
 * Questions that may already have the answer to one that is being typed, those that are solved
 * first.
 */
export async function similarQuestions(
  db: Kysely<Database>,
  { title, body = '' }: { title: string; body?: string },
  locale: string,
): Promise<SimilarQuestion[]> {
  const more = tellingWords(body, MOST_OF_BODY);
  const byWords = await listQuestionsByWords(db, { title, more }, locale, SHOWN);
  // Where no word is known, one may be mistyped.
  const found =
    byWords.length > 0
      ? byWords
      : await listQuestionsBySpelling(db, tellingWords(title, MOST_SPELLED), SHOWN);
  const isSolved = ({ acceptedAnswerId }: SimilarQuestion) => acceptedAnswerId !== null;
  return [...found.filter(isSolved), ...found.filter((one) => !isSolved(one))];
}
