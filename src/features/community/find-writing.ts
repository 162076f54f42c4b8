import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { findAnswer } from './answers.store.ts';
import { mayRead, type Writing } from './question.ts';
import { findQuestion } from './questions.store.ts';

/** A question's or an answer's text, and the question that it belongs to. */
export interface FoundWriting extends Writing {
  question: { id: number; title: string };
  title: string;
  body: string;
  tags: string[];
}

/**
 * What stands behind the addresses of edits and earlier versions.
 * @returns undefined when it is not there for `actor`
 */
export async function findWriting(
  db: Kysely<Database>,
  actor: Actor | undefined,
  noun: 'question' | 'answer',
  id: number,
): Promise<FoundWriting | undefined> {
  const answer = noun === 'answer' ? await findAnswer(db, id) : undefined;
  if (noun === 'answer' && !answer) return undefined;
  const question = await findQuestion(db, answer?.questionId ?? id);
  if (!question || !mayRead(actor, question) || (answer && !mayRead(actor, answer))) {
    return undefined;
  }
  return { title: '', tags: [], ...(answer ?? question), question };
}
