import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { readListChoice } from './community-address.ts';
import { listShelfFollows } from './follows.store.ts';
import { spanOf, type Page } from './list-cursor.ts';
import type { LivePage } from './live-page.ts';
import {
  NEEDS_ANSWER,
  ordersOf,
  type ListChoice,
  type ListedQuestion,
  type Order,
  type Shelf,
} from './question-list.ts';
import { readPinned, readQuestions, readUnsolved } from './read-questions.ts';

/** A list of questions as a page shows it. */
export interface ShelfList {
  shelf: Shelf;
  choice: ListChoice;
  /** The ways in which this reader can sort it. */
  orders: Order[];
  page: Page<ListedQuestion>;
  /** What stands before the page, and not in it again. */
  pinned: ListedQuestion[];
  /** Whether its reader has to follow a shelf before there can be anything. */
  isWaitingForFollows: boolean;
}

/** The part of a shelf that an address asks for. */
export async function readShelf(
  db: Kysely<Database>,
  { site, locale }: LivePage,
  shelf: Shelf,
  query: URLSearchParams,
  actor: Actor | undefined,
): Promise<ShelfList> {
  const orders = ordersOf(shelf, actor);
  const choice = readListChoice(query, orders);
  const locales = choice.isEveryLanguage ? site.locales : [locale];
  const span = spanOf(query);
  const list = { shelf, choice, orders, isWaitingForFollows: false, pinned: [] };
  if (choice.order !== NEEDS_ANSWER || !actor) {
    const all = { ...shelf, locales };
    const [page, pinned] = await Promise.all([
      readQuestions(db, choice.order, all, span),
      readPinned(db, choice.order, all, span),
    ]);
    const rows = page.rows.filter(({ id }) => !pinned.some((one) => one.id === id));
    return { ...list, pinned, page: { ...page, rows } };
  }
  const follows = await listShelfFollows(db, actor.id);
  const named = (kind: string) =>
    follows.filter((one) => one.kind === kind).map(({ name }) => name);
  const followed = { memberId: actor.id, categories: named('category'), tags: named('tag') };
  return {
    ...list,
    isWaitingForFollows: follows.length === 0,
    page: await readUnsolved(db, followed, locales, span),
  };
}
