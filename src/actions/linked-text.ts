import { articlesNamed, linkArticles } from '#src/features/community/article-names.ts';
import { manifest } from '#src/features/articles/manifest.ts';

/** A text in which the names of articles in double brackets are links. */
export async function linkedText(
  markdown: string,
  locale: string,
): Promise<{ text: string; hasUnknown: boolean }> {
  const { site, articles } = await manifest();
  return linkArticles(markdown, (name) => articlesNamed(articles, site, locale, name));
}
