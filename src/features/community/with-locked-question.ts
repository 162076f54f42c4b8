import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotFound } from '#src/server/errors.ts';
import { questionChanged } from './announce.ts';
import { findAnswer, type FoundAnswer } from './answers.store.ts';
import { lockQuestion, type FoundQuestion } from './questions.store.ts';

type Deed<Result> = (trx: Transaction<Database>, question: FoundQuestion) => Promise<Result>;

/**
 * Does something to a question that nobody else can change meanwhile, and tells that it changed.
 * @throws NotFound when there is no such question
 */
export async function withLockedQuestion<Result>(
  db: Kysely<Database>,
  id: number,
  deed: Deed<Result>,
): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    const question = await lockQuestion(trx, id);
    if (!question) throw new NotFound();
    const result = await deed(trx, question);
    await questionChanged(trx, id);
    return result;
  });
}

/**
 * Does something to an answer while its question is locked.
 * @throws NotFound when there is no such answer
 */
export async function withLockedAnswer<Result>(
  db: Kysely<Database>,
  id: number,
  deed: (
    trx: Transaction<Database>,
    question: FoundQuestion,
    answer: FoundAnswer,
  ) => Promise<Result>,
): Promise<Result> {
  const before = await findAnswer(db, id);
  if (!before) throw new NotFound();
  return withLockedQuestion(db, before.questionId, async (trx, question) => {
    const answer = await findAnswer(trx, id);
    if (!answer) throw new NotFound();
    return deed(trx, question, answer);
  });
}
