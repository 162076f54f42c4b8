import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import type { Done } from './change-writing.ts';
import { repeatQuestion, type Repetition } from './repeat-question.ts';

/**
 * Marks a question as one that was asked before; what has been said there stays with it, unseen.
 * @param locale of the sentences about what is wrong
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput
 */
export async function markDuplicate(
  db: Kysely<Database>,
  actor: Actor | undefined,
  repetition: Repetition,
  reason: string,
  locale: string,
  now: Date,
): Promise<Done> {
  const nothingElse = () => Promise.resolve({});
  return repeatQuestion(db, actor, repetition, 'duplicate', reason, locale, now, nothingElse);
}
