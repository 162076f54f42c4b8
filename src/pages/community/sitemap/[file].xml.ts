import type { APIRoute } from 'astro';
import { manifest } from '#src/features/articles/manifest.ts';
import { readId } from '#src/features/community/question-address.ts';
import { questionSitemap } from '#src/features/community/question-sitemap.ts';
import { database } from '#src/server/database.ts';

export const prerender = false;

export const GET: APIRoute = async ({ params, site: origin }) => {
  const { site } = await manifest();
  const file = readId(params.file);
  const xml = file && (await questionSitemap(database(), site, file, origin));
  if (!xml) return new Response(null, { status: 404 });
  return new Response(xml, {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  });
};
