import type { Article } from '#src/features/content/article.ts';
import type { Content } from '#src/features/content/content.ts';
import type { IndexedCategory } from './packed-index.ts';
import type { ArticleText } from './section-index.ts';
import { sectionQuotes, type Quote } from './section-quote.ts';
import { sectionTexts } from './section-texts.ts';

/** What is indexed of a locale's articles, and the shelves that they stand on. */
export interface LocaleTexts {
  articles: (ArticleText & { shelf: string; quotes: (Quote | undefined)[] })[];
  categories: IndexedCategory[];
}

/**
 * The texts that readers of a locale can find: their own, and the default locale's of articles that
 * are not translated, as pages show them.
 */
export function articleTexts(
  { articles, categories, site }: Pick<Content, 'articles' | 'categories' | 'site'>,
  locale: string,
): LocaleTexts {
  const shown = new Map<string, Article>();
  for (const one of [site.defaultLocale, locale]) {
    for (const article of articles) {
      if (article.locale === one) shown.set(`${article.category}/${article.slug}`, article);
    }
  }
  const titleOf = (name: string) =>
    [locale, site.defaultLocale]
      .map((one) => categories.find((shelf) => shelf.name === name && shelf.locale === one)?.title)
      .find((title) => title !== undefined) ?? name;
  const listed = [...shown].filter(([, { unlisted }]) => !unlisted);
  const shelves = [...new Set(listed.map(([, { category }]) => category))].toSorted();
  return {
    articles: listed.map(([name, article]) => ({
      name,
      title: article.title,
      description: article.description ?? '',
      keywords: article.keywords,
      tags: article.tags,
      category: titleOf(article.category),
      shelf: article.category,
      sections: sectionTexts(article),
      quotes: sectionQuotes(article, article.locale),
    })),
    categories: shelves.map((name) => ({ name, title: titleOf(name) })),
  };
}
