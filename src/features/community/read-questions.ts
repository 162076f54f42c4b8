import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { pageOf, type Page, type Span } from './list-cursor.ts';
import {
  LIST_SIZE,
  placeIn,
  type ListedQuestion,
  type Order,
  type Shelf,
} from './question-list.ts';
import { listQuestions } from './question-lists.store.ts';

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
