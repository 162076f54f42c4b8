import type { Article } from '#src/features/content/article.ts';
import { resolveArticleLink } from '#src/features/content/resolve-article-link.ts';

/** Targets of inline links to Markdown files; a link inside code is counted too and does no harm. */
const LINK = /\]\(<?([^\s)>]+\.md)(?:#[^\s)>]*)?>?/g;

/**
 * The `category/slug` of the articles that most others link to, the most referred to first. Each
 * article counts once, however often it links.
 */
export function referredArticles(articles: Article[]): string[] {
  const referrers = new Map<string, number>();
  for (const article of articles) {
    const own = `${article.category}/${article.slug}`;
    const targets = new Set<string>();
    for (const [, href = ''] of article.body.matchAll(LINK)) {
      const target = resolveArticleLink(article.file, href);
      if (target.kind === 'article') targets.add(`${target.category}/${target.slug}`);
    }
    targets.delete(own);
    for (const target of targets) referrers.set(target, (referrers.get(target) ?? 0) + 1);
  }
  return [...referrers].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
}
