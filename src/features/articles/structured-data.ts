import { localePath } from './address.ts';
import type { ArticlePage } from './article-page.ts';
import { articleDescription } from './article-description.ts';
import type { SiteFacts } from './site-facts.ts';

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
    ...(page.categoryUrl ? [{ name: page.category.title, url: page.categoryUrl }] : []),
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
