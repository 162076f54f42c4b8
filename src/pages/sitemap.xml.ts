import type { APIRoute } from 'astro';
import { library } from '#src/features/articles/library.ts';
import { sitemapXml } from '#src/features/articles/sitemap.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(await sitemapXml(await library(), site), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
