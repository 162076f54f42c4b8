import { articlePath, type Locales } from '#src/features/articles/address.ts';
import type { ArticleFacts } from '#src/features/articles/manifest.ts';
import { parseMarkdown } from '#src/server/markdown.ts';
import { visit } from 'unist-util-visit';

/** An article as a writer can link to it. */
export interface NamedArticle {
  title: string;
  path: string;
}

const NAME = /\[\[([^[\]\n]{2,150})\]\]/g;
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** How well a title fits what was typed of it; the smaller the better, undefined for not at all. */
function fit(title: string, typed: string): number | undefined {
  if (title === typed) return 0;
  if (title.startsWith(typed)) return 1;
  if (title.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed))) return 2;
  return title.includes(typed) ? 3 : undefined;
}

/**
 * Articles of a locale by their name or a part of it, best first. Unlisted ones are not told of.
 * @param articles all that the site has
 */
export function articlesNamed(
  articles: ArticleFacts[],
  site: Locales,
  locale: string,
  name: string,
): (NamedArticle & { fit: number })[] {
  const typed = plain(name);
  if (typed === '') return [];
  const own = articles.filter((one) => one.locale === locale);
  const translated = new Set(own.map((one) => `${one.category}/${one.slug}`));
  const others = articles.filter(
    (one) => one.locale === site.defaultLocale && !translated.has(`${one.category}/${one.slug}`),
  );
  return [...own, ...(locale === site.defaultLocale ? [] : others)]
    .filter(({ unlisted }) => !unlisted)
    .flatMap(({ title, category, slug }) => {
      const found = fit(plain(title), typed);
      const path = articlePath(site, locale, category, slug);
      return found === undefined ? [] : [{ title, path, fit: found }];
    })
    .sort((a, b) => a.fit - b.fit || a.title.length - b.title.length);
}

/** The one article that a name means: the only one called so, or the only one it is a part of. */
function meant(found: (NamedArticle & { fit: number })[]): NamedArticle | undefined {
  const exact = found.filter(({ fit }) => fit === 0);
  const [only, other] = exact.length > 0 ? exact : found;
  return other ? undefined : only;
}

/** A link in Markdown, whatever signs its text has. */
export const markdownLink = ({ title, path }: NamedArticle): string =>
  `[${title.replace(/[\\[\]]/g, '\\$&')}](${path.replaceAll('(', '%28').replaceAll(')', '%29')})`;

/** Stretches of a text in which brackets are brackets. */
function closedPlaces(markdown: string): [number, number][] {
  const closed: [number, number][] = [];
  visit(parseMarkdown(markdown), ({ type, position }) => {
    if (!/^(code|inlineCode|link|linkReference|image|definition)$/.test(type)) return;
    closed.push([position?.start.offset ?? 0, position?.end.offset ?? markdown.length]);
  });
  return closed;
}

/**
 * A text in which `[[name of an article]]` has become a link to it.
 * @param find articles by a name, as `articlesNamed` does
 * @returns the text, and whether a name was left that fits no article or several
 */
export function linkArticles(
  markdown: string,
  find: (name: string) => (NamedArticle & { fit: number })[],
): { text: string; hasUnknown: boolean } {
  if (!markdown.includes('[[')) return { text: markdown, hasUnknown: false };
  const closed = closedPlaces(markdown);
  let hasUnknown = false;
  const text = markdown.replace(NAME, (typed: string, name: string, at: number) => {
    if (closed.some(([start, end]) => at < end && at + typed.length > start)) return typed;
    const article = meant(find(name));
    if (!article) hasUnknown = true;
    return article ? markdownLink(article) : typed;
  });
  return { text, hasUnknown };
}
