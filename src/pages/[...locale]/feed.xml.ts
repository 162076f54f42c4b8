import type { APIRoute } from 'astro';
import { localeParam } from '#src/features/articles/address.ts';
import { articlesFeed } from '#src/features/articles/articles-feed.ts';
import { library } from '#src/features/articles/library.ts';

export async function getStaticPaths() {
  const { site } = await library();
  return site.locales.map((locale) => ({
    params: { locale: localeParam(site, locale) },
    props: { locale },
  }));
}

export const GET: APIRoute<{ locale: string }> = async ({ props, site }) =>
  new Response(articlesFeed(await library(), props.locale, site), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
