import type { Article, Category } from '#src/features/content/article.ts';

/** The filter of the index that holds an article's category. */
export const CATEGORY_FILTER = 'category';

/** A category as the index names it. */
export interface IndexedCategory {
  name: string;
  title: string;
}

/**
 * Attributes for the element that holds an article's title and text: they put the article into
 * the search index of the page's language, with its category and its keywords. An unlisted
 * article gets none and so stays out of the index.
 */
export function indexMarks(
  article: Pick<Article, 'keywords' | 'unlisted'>,
  category: Pick<Category, 'name' | 'title'>,
): Record<string, string> {
  if (article.unlisted) return {};
  const marks = {
    'data-pagefind-body': '',
    'data-pagefind-filter': `${CATEGORY_FILTER}[data-shelf]`,
    'data-shelf': `${category.name}/${category.title}`,
  };
  if (article.keywords.length === 0) return marks;
  return {
    ...marks,
    'data-pagefind-meta': 'keywords[data-keywords]',
    'data-keywords': article.keywords.join(', '),
  };
}

/** Reads what `indexMarks` wrote; a category's name is a folder's and holds no slash. */
export function indexedCategory(value: string): IndexedCategory {
  const slash = value.indexOf('/');
  return { name: value.slice(0, slash), title: value.slice(slash + 1) };
}
