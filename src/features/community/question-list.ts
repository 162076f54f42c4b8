import type { Place } from './list-cursor.ts';

/** The ways to sort questions; the first is the usual one. */
export const ORDERS = ['active', 'newest', 'unanswered', 'helpful'] as const;

export type Order = (typeof ORDERS)[number];

/** Questions on one page. */
export const LIST_SIZE = 20;

/** Which questions a list holds. */
export interface Shelf {
  category?: string | undefined;
  tag?: string | undefined;
  /** Id of the member who asked them. */
  author?: number | undefined;
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
  author: string;
}

/** The order that an address asks for. */
export const readOrder = (asked: string | null): Order =>
  ORDERS.find((order) => order === asked) ?? ORDERS[0];

/** Where a question stands in a list of some order. */
export function placeIn(order: Order, question: ListedQuestion): Place {
  const { id, score, activeAt, createdAt } = question;
  if (order === 'helpful') return { value: score, id };
  return { value: (order === 'active' ? activeAt : createdAt).getTime(), id };
}
