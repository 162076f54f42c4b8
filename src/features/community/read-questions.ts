import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { pageOf, type Page, type Span } from './list-cursor.ts';
import {
  LIST_SIZE,
  MOST_PINNED,
  NEEDS_ANSWER,
  placeIn,
  type FollowedShelves,
  type ListedQuestion,
  type Order,
  type Shelf,
} from './question-list.ts';
import { listPinned, listQuestions, listUnsolved } from './question-lists.store.ts';

/** A page of the questions on a shelf; questions that arrive meanwhile shift nothing. */
export async function readQuestions(
  db: Kysely<Database>,
  order: Order,
  shelf: Shelf,
  span: Span,
): Promise<Page<ListedQuestion>> {
  const found = await listQuestions(db, order, shelf, span, LIST_SIZE + 1);
  return pageOf(found, LIST_SIZE, span, (question) => placeIn(order, question));
}

/**
 * What stands in front of a list where it begins: the questions that staff has pinned there. Tags
 * are the askers' own, and a list of the unanswered has nothing else in it.
 */
export async function readPinned(
  db: Kysely<Database>,
  order: Order,
  shelf: Shelf,
  { after, before }: Span,
): Promise<ListedQuestion[]> {
  const isBeginning = after === undefined && before === undefined;
  if (!isBeginning || shelf.tag !== undefined || order === 'unanswered') return [];
  return listPinned(db, shelf, MOST_PINNED);
}

/** A page of what waits for an answer on the shelves that a member follows. */
export async function readUnsolved(
  db: Kysely<Database>,
  followed: FollowedShelves,
  locales: string[] | undefined,
  span: Span,
): Promise<Page<ListedQuestion>> {
  const found = await listUnsolved(db, followed, locales, span, LIST_SIZE + 1);
  return pageOf(found, LIST_SIZE, span, (question) => placeIn(NEEDS_ANSWER, question));
}
