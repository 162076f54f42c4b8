import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { findAnswer } from './answers.store.ts';
import { findComment } from './comments.store.ts';
import { mayRead, type Writing } from './question.ts';
import { findQuestion } from './questions.store.ts';
import type { Revised } from './revisions.store.ts';

/** A text that a member has written, and the question that it belongs to. */
export interface FoundWriting extends Writing {
  question: { id: number; title: string };
  title: string;
  body: string;
  tags: string[];
}

const FIND_BELOW = { answer: findAnswer, comment: findComment };

/**
 * What stands behind the addresses of edits and earlier versions.
 * @returns undefined when it is not there for `actor`
 */
export async function findWriting(
  db: Kysely<Database>,
  actor: Actor | undefined,
  noun: Revised,
  id: number,
): Promise<FoundWriting | undefined> {
  const below = noun === 'question' ? undefined : await FIND_BELOW[noun](db, id);
  if (noun !== 'question' && !below) return undefined;
  const question = await findQuestion(db, below?.questionId ?? id);
  if (!question || !mayRead(actor, question) || (below && !mayRead(actor, below))) {
    return undefined;
  }
  return { title: '', tags: [], ...(below ?? question), question };
}
