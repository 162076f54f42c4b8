import type { Actor } from '#src/features/accounts/actor.ts';
import type { Place } from './list-cursor.ts';

/** The ways to sort questions that everybody has; the first is the usual one. */
export const ORDERS = ['active', 'newest', 'unanswered', 'helpful'] as const;

/** A member's own: what is not solved on the shelves that they follow, the newest first. */
export const NEEDS_ANSWER = 'needs-answer';

export type Order = (typeof ORDERS)[number] | typeof NEEDS_ANSWER;

/** Questions on one page. */
export const LIST_SIZE = 20;

/** Pinned questions in front of a list: who pins more pins nothing. */
export const MOST_PINNED = 5;

/** Which questions a list holds: all, or those of one category, of one tag or of one author. */
export interface Shelf {
  category?: string | undefined;
  tag?: string | undefined;
  /** Id of the member who asked them. */
  author?: number | undefined;
  /** In these languages only. */
  locales?: string[] | undefined;
}

/** The shelves that a member follows. */
export interface FollowedShelves {
  memberId: number;
  categories: string[];
  tags: string[];
}

/** How a reader wants to see a shelf. */
export interface ListChoice {
  order: Order;
  /** Else that of the page only. */
  isEveryLanguage: boolean;
}

/** A question as lists show it. */
export interface ListedQuestion {
  id: number;
  title: string;
  locale: string;
  category: string;
  tags: string[];
  createdAt: Date;
  activeAt: Date;
  answerCount: number;
  acceptedAnswerId: number | null;
  score: number;
  sameCount: number;
  pinnedAt: Date | null;
  author: string;
}

/** Whether it is the list of all questions. */
export const isAll = ({ category, tag }: Shelf): boolean =>
  category === undefined && tag === undefined;

/** The ways in which this reader can sort a list. */
export const ordersOf = (shelf: Shelf, actor: Actor | undefined): Order[] =>
  actor && isAll(shelf) ? [...ORDERS, NEEDS_ANSWER] : [...ORDERS];

/** The one of some orders that an address asks for. */
export const readOrder = (asked: string | null, orders: readonly Order[] = ORDERS): Order =>
  orders.find((order) => order === asked) ?? ORDERS[0];

/** Where a question stands in a list of some order. */
export function placeIn(order: Order, question: ListedQuestion): Place {
  const { id, score, activeAt, createdAt } = question;
  if (order === 'helpful') return { value: score, id };
  return { value: (order === 'active' ? activeAt : createdAt).getTime(), id };
}
