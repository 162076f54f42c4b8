import type { APIRoute } from 'astro';
import { database } from '#src/server/database.ts';
import { keptUnder } from '#src/server/page-cache.ts';
import { LISTS_TAG } from './announce.ts';
import { livePage } from './live-page.ts';
import { readShelfFeed } from './read-shelf-feed.ts';
import { findShelf } from './shelf.ts';

/** Answers with the feed of the list that an address names. */
export const shelfFeed: APIRoute = async ({ params, url, site: origin }) => {
  const live = await livePage(params['locale']);
  const shelf = findShelf(live, params);
  if (!live || !shelf) return new Response(null, { status: 404 });
  const feed = await readShelfFeed(database(), live, shelf, url.searchParams, origin);
  return new Response(feed, {
    headers: [['content-type', 'application/atom+xml; charset=utf-8'], keptUnder(LISTS_TAG)],
  });
};
