import type { APIRoute } from 'astro';
import { apiDoor } from '#src/actions/api-door.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { readQuery, scopeOfQuery, scopeQuery } from '#src/features/insights/api-query.ts';
import { readArticleInsights } from '#src/features/insights/read-article-insights.ts';
import { database } from '#src/server/database.ts';

export const prerender = false;

/** All that is known of one article. */
export const GET: APIRoute = (context) =>
  apiDoor(context, async (actor, now) => {
    const { site } = await manifest();
    const { locale = '', category = '', slug = '' } = context.params;
    const query = readQuery(scopeQuery, context.url.searchParams);
    const scope = scopeOfQuery(query, site, now);
    return readArticleInsights(database(), actor, { locale, category, slug }, scope);
  });
