import type { APIRoute } from 'astro';
import { localeParam } from '#src/features/articles/address.ts';
import type { Article } from '#src/features/content/article.ts';
import { articleMarkdown } from '#src/features/articles/article-markdown.ts';
import { library } from '#src/features/articles/library.ts';

export async function getStaticPaths() {
  // A build writes them all at once: `writeMarkdownFiles`.
  if (!import.meta.env.DEV) return [];
  const books = await library();
  return books.site.locales.flatMap((locale) =>
    books.articles(locale).map(({ article }) => ({
      params: {
        locale: localeParam(books.site, locale),
        category: article.category,
        slug: article.slug,
      },
      props: { article, locale },
    })),
  );
}

export const GET: APIRoute<{ article: Article; locale: string }> = async ({ props, site }) =>
  new Response(articleMarkdown(await library(), props.locale, props.article, site), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
