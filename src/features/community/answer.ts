import type { Actor } from '#src/features/accounts/actor.ts';
import { mayWrite, type QuestionState, type Writing } from './question.ts';

/** What the rules need to know of an answer. */
export interface AnswerState extends Writing {
  id: number;
  questionId: number;
}

/** Writers take their answer away, unless it solved somebody's question. */
export const mayDeleteAnswer = (
  actor: Actor | undefined,
  answer: AnswerState,
  question: Pick<QuestionState, 'acceptedAnswerId'>,
): actor is Actor =>
  mayWrite(actor) &&
  answer.deletedAt === null &&
  actor.id === answer.authorId &&
  question.acceptedAnswerId !== answer.id;
