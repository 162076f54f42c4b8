import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { countAccepted, listAnswersBy, type AnswerBy } from './member-work.store.ts';
import type { ListedQuestion } from './question-list.ts';
import { listQuestions } from './question-lists.store.ts';

/** The latest of each that a member's page shows. */
const SHOWN = 20;

/** What a member has done for the community. */
export interface MemberWork {
  questions: ListedQuestion[];
  answers: AnswerBy[];
  /** Answers of theirs that are accepted. */
  accepted: number;
}

/** A member's latest questions and answers, the newest first. */
export async function memberWork(db: Kysely<Database>, memberId: number): Promise<MemberWork> {
  const [questions, answers, accepted] = await Promise.all([
    listQuestions(db, 'newest', { author: memberId }, {}, SHOWN),
    listAnswersBy(db, memberId, SHOWN),
    countAccepted(db, memberId),
  ]);
  return { questions, answers, accepted };
}
