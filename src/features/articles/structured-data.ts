import { localePath } from './address.ts';
import type { ArticlePage } from './article-page.ts';
import type { Article } from './article.ts';
import type { SiteFacts } from './site-facts.ts';

/** Search engines cut descriptions at about this many characters. */
const DESCRIPTION_MAX = 160;

/** The writer's description, else the beginning of the text without its marks. */
export function articleDescription(article: Article): string {
  if (article.description) return article.description;
  const plain = article.body
    .replace(/^(#{1,6} .*|:::.*|```[\s\S]*?```|!\[.*?\]\(.*?\)|\|.*|<.*)$/gm, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`>#]|^\s*([-+]|\d+\.)\s/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= DESCRIPTION_MAX) return plain;
  const cut = plain.slice(0, DESCRIPTION_MAX);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), DESCRIPTION_MAX - 30))}…`;
}

/**
 * BreadcrumbList and Article for search engines.
 * @see https://schema.org/Article and https://schema.org/BreadcrumbList
 */
export function articleStructuredData(
  page: ArticlePage,
  site: SiteFacts,
  origin: URL | undefined,
): object[] {
  const { article, locale } = page;
  const absolute = (path: string) => new URL(path, origin).href;
  const trail = [
    { name: site.name, url: localePath(site, locale, '/') },
    { name: page.category.title, url: page.categoryUrl },
    { name: article.title, url: page.url },
  ];
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: trail.map(({ name, url }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: absolute(url),
      })),
    },
    {
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: article.title,
      description: articleDescription(article),
      inLanguage: article.locale,
      dateModified: article.updated,
      mainEntityOfPage: absolute(page.url),
      publisher: { '@type': 'Organization', name: site.name },
      ...(page.owner ? { author: { '@type': 'Person', name: page.owner.name } } : {}),
    },
  ];
}
