import path from 'node:path';
import type { SafeHtml } from '#src/components/html.ts';
import { digestOf } from '#src/server/digest.ts';
import { articlePath, categoryPath, localePath } from './address.ts';
import type { Article, Category } from '#src/features/content/article.ts';
import type { Author } from '#src/features/content/content.ts';
import type { Library, Listed } from './library.ts';
import type { References } from './references.ts';
import { renderArticle } from './render-article.ts';
import { resolveArticleLink } from '#src/features/content/resolve-article-link.ts';

/** Reading speed in words a minute; a common middle for prose with some code and figures. */
export const WORDS_A_MINUTE = 220;

/** More than this beside an article is scrolled past, not read. */
const SHELF_SHOWN = 30;

export interface PageLink {
  title: string;
  url: string;
  /** Language of the title where it is not the page's. */
  lang?: string | undefined;
}

/** Everything an article's page shows, apart from its rendered text. */
export interface ArticlePage {
  locale: string;
  url: string;
  article: Article;
  /** The text is the default locale's, since this locale has none. */
  isFallback: boolean;
  category: Category;
  homeUrl: string;
  /** Where to ask the community about this article. */
  askUrl: string;
  /** Absent when nothing in the category is listed, so that it has no page. */
  categoryUrl: string | undefined;
  owner: Author | undefined;
  minutes: number;
  editUrl: string | undefined;
  /** The articles of the shelf, in order; of a long one those around this article. */
  shelf: PageLink[];
  /** How many the whole shelf has. */
  shelfSize: number;
  previous: PageLink | undefined;
  next: PageLink | undefined;
  related: PageLink[];
  /** Locales with a text of their own, the default one first. */
  translations: { locale: string; url: string }[];
}

const linkTo = (library: Library, locale: string, { article }: Listed): PageLink => ({
  title: article.title,
  url: articlePath(library.site, locale, article.category, article.slug),
  lang: article.locale === locale ? undefined : article.locale,
});

/** Where a file of the content folder can be edited; undefined where the site has no such place. */
export function editAddress(pattern: string | undefined, file: string): string | undefined {
  return pattern?.replace('{file}', file.split('/').map(encodeURIComponent).join('/'));
}

/** The part of a sequence, `size` long at most, that has the place `at` in its middle if it can. */
function around<Item>(all: Item[], at: number, size: number): Item[] {
  const start = Math.max(0, Math.min(at - Math.floor(size / 2), all.length - size));
  return all.slice(start, start + size);
}

/** What the page of `listed` shows in `locale`. */
export function articlePage(library: Library, locale: string, listed: Listed): ArticlePage {
  const { site, content } = library;
  const { article } = listed;
  const shelf = library.shelves(locale).find(({ category }) => category.name === article.category);
  const onShelf = shelf?.articles ?? [];
  const ofShelf = onShelf.findIndex((other) => other.article === article);
  const inOrder = library.inOrder(locale);
  const at = inOrder.findIndex((other) => other.article === article);
  const neighbour = (index: number) => {
    const other = at < 0 ? undefined : inOrder[index];
    return other && linkTo(library, locale, other);
  };
  return {
    locale,
    url: articlePath(site, locale, article.category, article.slug),
    article,
    isFallback: listed.isFallback,
    category: library.category(locale, article.category),
    homeUrl: localePath(site, locale, '/'),
    askUrl: `${localePath(site, locale, '/community/ask')}?article=${encodeURIComponent(`${article.locale}/${article.category}/${article.slug}/${article.revision}`)}`,
    categoryUrl: shelf && categoryPath(site, locale, article.category),
    owner: article.owner ? content.authors.get(article.owner) : undefined,
    minutes: Math.max(1, Math.round(article.words / WORDS_A_MINUTE)),
    editUrl: editAddress(site.editUrl, article.file),
    shelf: around(onShelf, ofShelf, SHELF_SHOWN).map((other) => linkTo(library, locale, other)),
    shelfSize: onShelf.length,
    previous: neighbour(at - 1),
    next: neighbour(at + 1),
    related: library.related(article, locale).map((other) => linkTo(library, locale, other)),
    translations: site.locales
      .filter((other) => library.find(other, article.category, article.slug)?.isFallback === false)
      .map((other) => ({
        locale: other,
        url: articlePath(site, other, article.category, article.slug),
      })),
  };
}

/** How the references of a text, an article or a notice, read on a page of `locale`. */
export function references(
  library: Library,
  locale: string,
  text: Pick<Article, 'file' | 'locale'>,
): References {
  const { site, content } = library;
  return {
    locale,
    link(href) {
      const target = resolveArticleLink(text.file, href);
      const anchor = 'anchor' in target && target.anchor ? `#${target.anchor}` : '';
      if (target.kind === 'article') {
        // A link inside one language stays in the reader's language, also on a fallback page.
        const to = target.locale === text.locale ? locale : target.locale;
        return articlePath(site, to, target.category, target.slug) + anchor;
      }
      if (target.kind === 'category') {
        const to = target.locale === text.locale ? locale : target.locale;
        return categoryPath(site, to, target.category) + anchor;
      }
      if (target.kind === 'asset') return fileAddress(library, target.file);
      return undefined;
    },
    asset(source) {
      const target = resolveArticleLink(text.file, source);
      return target.kind === 'asset'
        ? library.assets.get(path.join(content.dir, target.file))
        : undefined;
    },
  };
}

function fileAddress(library: Library, file: string): string | undefined {
  const name = library.assets.get(path.join(library.content.dir, file))?.files.at(-1)?.name;
  return name && `/files/${name}`;
}

/** The text of an article as a page of `locale` prints it; rendered once, for page and search. */
export function articleHtml(library: Library, locale: string, article: Article): Promise<SafeHtml> {
  const key = `${locale} ${article.file}`;
  // In development the code that renders may be new.
  let html = import.meta.env?.DEV ? undefined : library.texts.get(key);
  if (!html) {
    html = renderArticle(article.body, references(library, locale, article));
    library.texts.set(key, html);
  }
  return html;
}

/** Changes when anything that the page prints changes; equal keys may share a cached page. */
export function articleCacheKey(library: Library, page: ArticlePage): string {
  const { site, content } = library;
  const parts = [page, library.assetsDigest, site, content.notices];
  return digestOf(parts);
}
