import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { LOOKUPS_PER_VISITOR } from './limits.ts';
import { listPeople, type Named } from './people.store.ts';
import { permit } from './permitted.ts';
import { mayTakePart } from './question.ts';
import { usePace } from './use-pace.ts';

const SHOWN = 8;
const LONGEST = 30;

/**
 * Other members whom a text may speak to by name, to choose from while it is typed.
 * @param prefix beginning of a handle or of a name; may be empty where there is a question
 * @throws NotSignedIn, NotAllowed, TooMany
 */
export async function peopleToMention(
  db: Kysely<Database>,
  actor: Actor | undefined,
  prefix: string,
  questionId: number | undefined,
): Promise<Named[]> {
  permit(actor, mayTakePart(actor));
  await usePace(db, actor, [LOOKUPS_PER_VISITOR]);
  if (prefix.length > LONGEST || (prefix === '' && questionId === undefined)) return [];
  return listPeople(db, { prefix, questionId, exceptId: actor.id }, SHOWN);
}
