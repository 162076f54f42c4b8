import type { Article } from '#src/features/content/article.ts';
import type { Content } from '#src/features/content/content.ts';
import { sectionTexts, type SectionText } from '#src/features/search/section-texts.ts';

/** A search that is compared with others. */
export interface Engine {
  /** @returns `category/slug` of the articles found, the best first; at least the first ten */
  find(query: string): Promise<string[]>;
  close?(): Promise<void>;
}

/** What every engine may read of an article. */
export interface ArticleDocument {
  /** `category/slug` */
  id: string;
  title: string;
  description: string;
  /** Tags, keywords and the title of its shelf. */
  labels: string;
  sections: SectionText[];
  /** All sections, titles and texts. */
  body: string;
}

/** The listed articles of a locale as documents. */
export function articleDocuments(
  { articles, categories }: Pick<Content, 'articles' | 'categories'>,
  locale: string,
): ArticleDocument[] {
  const shelfOf = (article: Article) =>
    categories.find((one) => one.name === article.category && one.locale === locale)?.title ?? '';
  return articles
    .filter((one) => one.locale === locale && !one.unlisted)
    .map((article) => {
      const sections = sectionTexts(article);
      return {
        id: `${article.category}/${article.slug}`,
        title: article.title,
        description: article.description ?? '',
        labels: [...article.tags, ...article.keywords, shelfOf(article)].join(', '),
        sections,
        body: sections.map(({ title, text }) => `${title}\n${text}`).join('\n'),
      };
    });
}

/** What libraries and PostgreSQL call the language of a locale, such as `english`. */
export function languageName(locale: string): string {
  return (new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) ?? '').toLowerCase();
}
