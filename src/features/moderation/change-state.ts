import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { StateChange, Written, WritingState } from './writing-state.ts';
import { writeState, type FoundState } from './writing-states.store.ts';

/** A text whose question is locked, with its state. */
export interface LockedWriting {
  noun: Written;
  id: number;
  state: FoundState;
}

/**
 * Changes whether a text is seen. An answer that nobody sees any more is no longer the accepted
 * one. Counters stay right.
 * @returns what was before and is now, for the log
 */
export async function changeState(
  trx: Transaction<Database>,
  { noun, id, state }: LockedWriting,
  change: Partial<WritingState>,
): Promise<StateChange> {
  const is = { ...change };
  const isLost = is.hiddenAt ?? is.deletedAt;
  if (noun === 'answer' && isLost && state.acceptance?.answerId === id) is.acceptance = null;
  const was = Object.fromEntries(
    Object.keys(is).map((name) => [name, state[name as keyof WritingState]]),
  );
  await writeState(trx, noun, id, state.questionId, is);
  return { was, is };
}
