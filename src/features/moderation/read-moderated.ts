import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { findWriting } from '#src/features/community/find-writing.ts';
import { permit } from '#src/features/community/permitted.ts';
import { findQuestion } from '#src/features/community/questions.store.ts';
import { mayModerate } from './moderation-event.ts';
import type { Written } from './writing-state.ts';
import { findState, type FoundState } from './writing-states.store.ts';

/** A text as moderators look at it. */
export interface Moderated {
  state: FoundState;
  body: string;
  question: { id: number; title: string };
  /** The question that this one repeats. */
  canonical: { id: number; title: string } | undefined;
}

/**
 * What staff can do something to.
 * @returns undefined when there is no such text
 * @throws NotSignedIn, NotAllowed
 */
export async function readModerated(
  db: Kysely<Database>,
  actor: Actor | undefined,
  noun: Written,
  id: number,
): Promise<Moderated | undefined> {
  permit(actor, mayModerate(actor));
  const [state, writing] = await Promise.all([
    findState(db, noun, id),
    findWriting(db, actor, noun, id),
  ]);
  if (!state || !writing) return undefined;
  const question = noun === 'question' ? await findQuestion(db, id) : undefined;
  const canonicalId = question?.duplicateOfId ?? undefined;
  const canonical = canonicalId === undefined ? undefined : await findQuestion(db, canonicalId);
  return { state, body: writing.body, question: writing.question, canonical };
}
