import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { lockQuestions } from '#src/features/community/questions.store.ts';
import { giveMembersBack, moveBelow, pointQuestions } from './duplicates.store.ts';
import type { Merged } from './merge-question.ts';
import type { ModerationEvent } from './moderation-event.ts';
import type { Repeated } from './repeat-question.ts';
import { isVisible } from './writing-state.ts';
import { findState, recountAnswers, recountSame, writeState } from './writing-states.store.ts';

/** The questions besides the one that led to another. */
export function questionsOfRepetition({ before }: ModerationEvent): number[] {
  const { canonicalId, duplicateIds } = before as Repeated;
  return [canonicalId, ...duplicateIds];
}

/**
 * Makes a question its own again: what was brought or moved to the other one comes back as far as
 * it is still there, and what was added there meanwhile stays.
 * @returns false when the question no longer leads to the other one
 */
export async function undoRepetition(
  trx: Transaction<Database>,
  { subjectId: id, before }: ModerationEvent,
): Promise<boolean> {
  const { canonicalId, duplicateIds, below, acceptance } = before as Repeated & Partial<Merged>;
  const present = await lockQuestions(trx, [id, canonicalId, ...duplicateIds]);
  const leadsThere = present.filter(({ duplicateOfId }) => duplicateOfId === canonicalId);
  if (!leadsThere.some((one) => one.id === id)) return false;
  const others = leadsThere.map((one) => one.id).filter((other) => other !== id);
  await pointQuestions(trx, [id], null);
  await pointQuestions(trx, others, id);
  await giveMembersBack(trx, [id, ...others], canonicalId);
  await recountSame(trx, [canonicalId]);
  if (below) {
    const moved = await moveBelow(trx, canonicalId, id, below);
    await recountAnswers(trx, [id, canonicalId]);
    const there = (await findState(trx, 'question', canonicalId))?.acceptance;
    if (there && moved.answers.includes(there.answerId)) {
      await writeState(trx, 'question', canonicalId, canonicalId, { acceptance: null });
    }
    const answer = acceptance && (await findState(trx, 'answer', acceptance.answerId));
    if (answer && moved.answers.includes(acceptance.answerId) && isVisible(answer)) {
      await writeState(trx, 'question', id, id, { acceptance });
    }
  }
  return true;
}
