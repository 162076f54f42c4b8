import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { readId } from '#src/features/community/question-address.ts';
import type { SimilarQuestion } from '#src/features/community/questions.store.ts';
import { similarQuestions } from '#src/features/community/similar-questions.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput } from '#src/server/errors.ts';

/**
 * The question that a moderator means by an address, a number, or words of a title.
 * @returns its id, or those to choose from
 * @throws InvalidInput when no question is like that
 */
export async function findCanonical(
  db: Kysely<Database>,
  typed: string,
  questionId: number,
  locale: string,
): Promise<number | SimilarQuestion[]> {
  const [, address] = /\/community\/questions\/(\d+)/.exec(typed) ?? [];
  const [, number] = /^\s*#?(\d+)\s*$/.exec(typed) ?? [];
  const id = readId(address ?? number);
  if (id !== undefined) return id;
  const title = typed.trim().slice(0, 300);
  const found = title ? await similarQuestions(db, { title }, locale) : [];
  const others = found.filter((one) => one.id !== questionId);
  if (others.length === 0) {
    throw new InvalidInput({ canonical: messagesFor(locale).moderation.errors.noQuestion });
  }
  return others;
}
