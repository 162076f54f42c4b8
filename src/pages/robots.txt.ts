import type { APIRoute } from 'astro';
import { localePath } from '#src/features/articles/address.ts';
import { library } from '#src/features/articles/library.ts';

export const GET: APIRoute = async ({ site }) => {
  const books = await library();
  const searches = books.site.locales.flatMap((locale) =>
    ['/search', '/community/search'].map((path) => localePath(books.site, locale, path)),
  );
  const lines = [
    'User-agent: *',
    ...searches.map((path) => `Disallow: ${path}`),
    `Sitemap: ${new URL('/sitemap.xml', site).href}`,
    // Of the questions, made when it is asked for; without a live half it is not there.
    `Sitemap: ${new URL('/community/sitemap.xml', site).href}`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
