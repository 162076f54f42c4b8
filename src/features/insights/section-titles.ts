import { articleFacts } from '#src/features/articles/manifest.ts';
import type { InsightComment } from './insight-comments.store.ts';

/**
 * What the sections that comments are about are called in the present text of their articles.
 * @returns the title of a comment's section; its anchor where there is no such section any more
 */
export async function sectionTitles(
  comments: InsightComment[],
): Promise<(comment: InsightComment) => string> {
  const titles = new Map<string, string>();
  const key = (id: number, section: string | null) => `${id}#${section ?? ''}`;
  for (const { section, article } of comments) {
    if (section === null) continue;
    const facts = await articleFacts(article.locale, article.category, article.slug);
    const found =
      facts?.locale === article.locale && facts.sections.find(({ id }) => id === section);
    if (found) titles.set(key(article.id, section), found.title);
  }
  return ({ section, article }) => titles.get(key(article.id, section)) ?? section ?? '';
}
