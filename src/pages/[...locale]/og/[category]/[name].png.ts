import type { APIRoute } from 'astro';
import { articleFacts, manifest } from '#src/features/articles/manifest.ts';
import { previewImage, previewOf, previewPath } from '#src/features/articles/preview-image.ts';
import { readEnv } from '#src/server/env.ts';

export const prerender = false;

export const GET: APIRoute = async ({ params, url }) => {
  const { site } = await manifest();
  const { category = '', name = '', locale = site.defaultLocale } = params;
  const article = await articleFacts(locale, category, name.replace(/\.[^.]*$/, ''));
  if (!article || !site.locales.includes(locale)) return new Response('Not found', { status: 404 });
  // One address a picture: another hash would let anyone fill the cache with the same one.
  const canonical = previewPath(site, locale, article);
  if (url.pathname !== canonical) {
    return new Response(null, { status: 302, headers: { location: canonical } });
  }
  const png = await previewImage(previewOf(site, article), readEnv().CACHE_DIR);
  return new Response(new Uint8Array(png), {
    headers: {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
};
