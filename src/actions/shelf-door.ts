import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listQuery, shelfPath } from '#src/features/community/community-address.ts';
import { type LivePage, livePage } from '#src/features/community/live-page.ts';
import { pager } from '#src/features/community/pager.ts';
import { questionListView } from '#src/features/community/question-list-view.ts';
import { readShelf, type ShelfList } from '#src/features/community/read-shelf.ts';
import { findShelf } from '#src/features/community/shelf.ts';
import { isForEverybody } from '#src/server/page-cache.ts';
import { fill, type PageShells } from '#src/server/page-shell.ts';

const ADDRESS =
  /^(?:\/([^/]+))?\/community(?:\/categories\/([^/?]+)|\/tags\/([^/?]+))?(?:\?(.*))?$/;
const PARAMETERS = ['order', 'languages', 'after', 'before'];

/** What the page says of its part of the list, and nowhere else. */
function saidOf({ site, locale }: LivePage, { shelf, choice, page, pinned }: ShelfList): string[] {
  const way = { path: shelfPath(site, locale, shelf), query: listQuery(choice) };
  const questions = questionListView(site, locale, [...pinned, ...page.rows]);
  return [questions.html, pager(locale, page, way).html].filter(Boolean);
}

/**
 * Answers with a page of a list of questions as everybody reads it, put together from its shell
 * instead of rendered by Astro.
 * @param request of nobody who is signed in
 * @returns false for what is not such a page; nothing has been answered then
 */
export async function shelfDoor(
  request: IncomingMessage,
  response: ServerResponse,
  { db, reading, shells }: Record<'db' | 'reading', Kysely<Database>> & { shells: PageShells },
): Promise<boolean> {
  const { url = '' } = request;
  if (!isForEverybody(request)) return false;
  const [isOne, asked, category, tag, typed = ''] = ADDRESS.exec(url) ?? [];
  const live = isOne === undefined ? undefined : await livePage(asked);
  const shelf = findShelf(live, { category, tag });
  const query = new URLSearchParams(typed);
  if (!live || !shelf || [...query.keys()].some((one) => !PARAMETERS.includes(one))) return false;
  // The best of a common tag take tens of milliseconds, which would keep all other readers waiting.
  const list = await readShelf(tag ? db : reading, live, shelf, query, undefined);
  // An empty one has much to say, and is asked for seldom.
  if (list.page.rows.length === 0) return false;
  const said = saidOf(live, list);

  const { site, locale } = live;
  const path = shelfPath(site, locale, shelf);
  const isNamed = PARAMETERS.map((one) => query.has(one));
  const key = JSON.stringify(['list', path, listQuery(list.choice), isNamed, said.length]);
  const shell = await shells.get(key, () => ({ url, locals: { list }, marks: said }));
  if (!shell) return false;
  response.writeHead(200, shell.headers);
  response.end(fill(shell, said));
  return true;
}
