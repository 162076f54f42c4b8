import type { APIRoute } from 'astro';
import { apiDoor } from '#src/actions/api-door.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { readQuery, tableQuery } from '#src/features/insights/api-query.ts';
import { readTablePage } from '#src/features/insights/read-table-page.ts';
import { database } from '#src/server/database.ts';

export const prerender = false;

/** Rows of a table. */
export const GET: APIRoute = (context) =>
  apiDoor(context, async (actor, now) => {
    const { site } = await manifest();
    const query = readQuery(tableQuery, context.url.searchParams);
    return readTablePage(database(), actor, context.params['name'] ?? '', query, site, now);
  });
