import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { questionChanged } from '#src/features/community/announce.ts';
import { lockQuestions, type FoundQuestion } from '#src/features/community/questions.store.ts';
import { NotFound } from '#src/server/errors.ts';
import { inTransaction } from '#src/server/transaction.ts';
import { findFamily, type Family } from './duplicates.store.ts';

/** A question, the one that it shall lead to, and what leads to it so far. */
export interface LockedFamily {
  question: FoundQuestion;
  canonical: FoundQuestion;
  duplicateIds: number[];
}

/**
 * Does something to two questions, and to those that lead to the first, while nobody else can
 * change any of them. Whatever `canonicalId` leads to itself takes its place.
 * @throws NotFound when there is no such question
 */
export async function withLockedFamily<Result>(
  db: Kysely<Database>,
  questionId: number,
  canonicalId: number,
  deed: (trx: Transaction<Database>, family: LockedFamily) => Promise<Result>,
): Promise<Result> {
  const before = await findFamily(db, questionId, canonicalId);
  if (!before) throw new NotFound();
  const outcome = await inTransaction(db, async (trx) => {
    const ids = [questionId, before.canonicalId, ...before.duplicateIds];
    const locked = await lockQuestions(trx, ids);
    const present = await findFamily(trx, questionId, canonicalId);
    if (!present || !isSame(before, present)) return undefined;
    const [question, canonical] = [questionId, before.canonicalId].map((id) =>
      locked.find((one) => one.id === id),
    );
    if (!question || !canonical) throw new NotFound();
    const result = await deed(trx, { question, canonical, duplicateIds: before.duplicateIds });
    for (const { id } of locked) await questionChanged(trx, id);
    return { result };
  });
  // Somebody was faster, and other questions have to be held.
  return outcome ? outcome.result : withLockedFamily(db, questionId, canonicalId, deed);
}

const isSame = (one: Family, other: Family) =>
  one.canonicalId === other.canonicalId && String(one.duplicateIds) === String(other.duplicateIds);
