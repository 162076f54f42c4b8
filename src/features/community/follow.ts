import type { Actor } from '#src/features/accounts/actor.ts';
import type { Shelf } from './question-list.ts';
import { isShown, mayTakePart, type QuestionState } from './question.ts';

/** A category or a tag that somebody follows. */
export interface FollowedShelf {
  kind: 'category' | 'tag';
  name: string;
}

/** What of a list can be followed; nothing of the list of all questions. */
export function followedShelf({ category, tag }: Shelf): FollowedShelf | undefined {
  if (category !== undefined) return { kind: 'category', name: category };
  return tag === undefined ? undefined : { kind: 'tag', name: tag };
}

/** A question that somebody follows. */
export interface FollowedQuestion {
  id: number;
  title: string;
  locale: string;
  answerCount: number;
  acceptedAnswerId: number | null;
}

export const mayFollow = (actor: Actor | undefined): actor is Actor => mayTakePart(actor);

export const mayFollowQuestion = (
  actor: Actor | undefined,
  question: QuestionState,
): actor is Actor => mayFollow(actor) && isShown(question) && question.duplicateOfId === null;
