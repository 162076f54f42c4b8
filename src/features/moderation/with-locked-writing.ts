import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  withLockedAnswer,
  withLockedComment,
  withLockedQuestion,
} from '#src/features/community/with-locked-question.ts';
import { NotFound } from '#src/server/errors.ts';
import type { Written } from './writing-state.ts';
import { findState, type FoundState } from './writing-states.store.ts';

const LOCKING = {
  question: withLockedQuestion,
  answer: withLockedAnswer,
  comment: withLockedComment,
};

/**
 * Does something to a text while nobody else can change it, its question or what stands there.
 * @throws NotFound when there is no such text
 */
export async function withLockedWriting<Result>(
  db: Kysely<Database>,
  noun: Written,
  id: number,
  deed: (trx: Transaction<Database>, state: FoundState) => Promise<Result>,
): Promise<Result> {
  return LOCKING[noun](db, id, async (trx: Transaction<Database>) => {
    const state = await findState(trx, noun, id);
    if (!state) throw new NotFound();
    return deed(trx, state);
  });
}
