import type { Article } from '#src/features/content/article.ts';

/**
 * Attributes for the element that holds an article's title and text: they put the article into
 * Pagefind's index of the page's language, with its keywords. An unlisted article gets none and so
 * stays out of the index.
 */
export function indexMarks({
  keywords,
  unlisted,
}: Pick<Article, 'keywords' | 'unlisted'>): Record<string, string> {
  if (unlisted) return {};
  const marks = { 'data-pagefind-body': '' };
  if (keywords.length === 0) return marks;
  return {
    ...marks,
    'data-pagefind-meta': 'keywords[data-keywords]',
    'data-keywords': keywords.join(', '),
  };
}
