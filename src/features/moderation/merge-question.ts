import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import type { Done } from './change-writing.ts';
import { moveBelow, type Below } from './duplicates.store.ts';
import { repeatQuestion, type Repeated, type Repetition } from './repeat-question.ts';
import type { Acceptance } from './writing-state.ts';
import { findState, recountAnswers, writeState } from './writing-states.store.ts';

/** What undoing needs of a merge. */
export interface Merged extends Repeated {
  below: Below;
  acceptance: Acceptance | null;
}

/**
 * Moves all that stands below a question to one that was asked before, and marks the first as its
 * duplicate. Which answer is accepted stays a matter of the second.
 * @param locale of the sentences about what is wrong
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput
 */
export async function mergeQuestion(
  db: Kysely<Database>,
  actor: Actor | undefined,
  repetition: Repetition,
  reason: string,
  locale: string,
  now: Date,
): Promise<Done> {
  return repeatQuestion(
    db,
    actor,
    repetition,
    'merge',
    reason,
    locale,
    now,
    async (trx, { question, canonical }) => {
      const acceptance = (await findState(trx, 'question', question.id))?.acceptance ?? null;
      await writeState(trx, 'question', question.id, question.id, { acceptance: null });
      const below = await moveBelow(trx, question.id, canonical.id);
      await recountAnswers(trx, [question.id, canonical.id]);
      return { below, acceptance } satisfies Omit<Merged, keyof Repeated>;
    },
  );
}
