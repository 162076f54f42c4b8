import type { APIRoute } from 'astro';
import { questionSitemapIndex } from '#src/features/community/question-sitemap.ts';
import { database } from '#src/server/database.ts';

export const prerender = false;

export const GET: APIRoute = async ({ site }) =>
  new Response(await questionSitemapIndex(database(), site), {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  });
