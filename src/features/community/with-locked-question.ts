import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotFound } from '#src/server/errors.ts';
import { inTransaction } from '#src/server/transaction.ts';
import { questionChanged } from './announce.ts';
import { findAnswer, type FoundAnswer } from './answers.store.ts';
import { findComment, type FoundComment } from './comments.store.ts';
import { lockQuestion, type FoundQuestion } from './questions.store.ts';

type Deed<Result> = (trx: Transaction<Database>, question: FoundQuestion) => Promise<Result>;

type DeedBelow<Found, Result> = (
  trx: Transaction<Database>,
  question: FoundQuestion,
  found: Found,
) => Promise<Result>;

/**
 * Does something to a question that nobody else can change meanwhile, and tells that it changed.
 * @param db may be a transaction, which the deed is then a part of
 * @throws NotFound when there is no such question
 */
export async function withLockedQuestion<Result>(
  db: Kysely<Database> | Transaction<Database>,
  id: number,
  deed: Deed<Result>,
): Promise<Result> {
  return inTransaction(db, async (trx) => {
    const question = await lockQuestion(trx, id);
    if (!question) throw new NotFound();
    const result = await deed(trx, question);
    await questionChanged(trx, id);
    return result;
  });
}

/** As above, of what stands below a question and may be moved to another one before it is locked. */
async function withLockedAbove<Found extends { questionId: number }, Result>(
  db: Kysely<Database>,
  find: (db: Kysely<Database>) => Promise<Found | undefined>,
  deed: DeedBelow<Found, Result>,
): Promise<Result> {
  const before = await find(db);
  if (!before) throw new NotFound();
  const outcome = await withLockedQuestion(db, before.questionId, async (trx, question) => {
    const present = await find(trx);
    if (!present) throw new NotFound();
    return present.questionId === question.id
      ? { result: await deed(trx, question, present) }
      : undefined;
  });
  return outcome ? outcome.result : withLockedAbove(db, find, deed);
}

/**
 * Does something to an answer while its question is locked.
 * @throws NotFound when there is no such answer
 */
export async function withLockedAnswer<Result>(
  db: Kysely<Database>,
  id: number,
  deed: DeedBelow<FoundAnswer, Result>,
): Promise<Result> {
  return withLockedAbove(db, (on) => findAnswer(on, id), deed);
}

/**
 * Does something to a comment while its question is locked.
 * @throws NotFound when there is no such comment
 */
export async function withLockedComment<Result>(
  db: Kysely<Database>,
  id: number,
  deed: DeedBelow<FoundComment, Result>,
): Promise<Result> {
  return withLockedAbove(db, (on) => findComment(on, id), deed);
}
