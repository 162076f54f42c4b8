import type { APIRoute } from 'astro';
import { apiDoor } from '#src/actions/api-door.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { listQuery, readQuery } from '#src/features/insights/api-query.ts';
import { readArticlesPage } from '#src/features/insights/read-articles-page.ts';
import { database } from '#src/server/database.ts';

export const prerender = false;

/** Every article in brief. */
export const GET: APIRoute = (context) =>
  apiDoor(context, async (actor, now) => {
    const { site } = await manifest();
    const query = readQuery(listQuery, context.url.searchParams);
    return readArticlesPage(database(), actor, query, site, now);
  });
