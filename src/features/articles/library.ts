import { createHash } from 'node:crypto';
import path from 'node:path';
import type { SafeHtml } from '#src/components/html.ts';
import { readEnv } from '#src/server/env.ts';
import type { Article, Category } from '#src/features/content/article.ts';
import { contentAssets, type Asset } from './asset.ts';
import type { Content, Site } from '#src/features/content/content.ts';
import { readContent } from '#src/features/content/read-content.ts';
import { relatedArticles } from './related-articles.ts';

/** An article as a locale shows it: its own text, or the default locale's where it has none. */
export interface Listed {
  article: Article;
  isFallback: boolean;
}

export interface Shelf {
  category: Category;
  articles: Listed[];
}

/** The whole content folder, arranged as readers of each locale find it. */
export interface Library {
  content: Content;
  site: Site;
  assets: Map<string, Asset>;
  /** HTML of the articles rendered so far, for `articleHtml`. */
  texts: Map<string, Promise<SafeHtml>>;
  /** Changes when any file beside the articles does. */
  assetsDigest: string;
  /** Listed articles of a locale as one sequence, shelf after shelf. */
  inOrder(locale: string): Listed[];
  /** A category of a locale, listed or not. */
  category(locale: string, name: string): Category;
  /** Listed categories in order, each with its listed articles in order. */
  shelves(locale: string): Shelf[];
  /** Every article of a locale, unlisted ones included. */
  articles(locale: string): Listed[];
  find(locale: string, category: string, slug: string): Listed | undefined;
  /** Up to five articles to read next: the writer's choice first, then the most alike. */
  related(article: Article, locale: string): Listed[];
}

const key = (article: { category: string; slug: string }) => `${article.category}/${article.slug}`;
const byOrder = (a: { order: number; title: string }, b: { order: number; title: string }) =>
  a.order - b.order || a.title.localeCompare(b.title);

function arrange(content: Content, assets: Map<string, Asset>): Library {
  const { site } = content;
  const byLocale = new Map<string, Map<string, Listed>>();
  const ofLocale = (locale: string) => content.articles.filter((one) => one.locale === locale);
  for (const locale of site.locales) {
    const all = new Map<string, Listed>();
    for (const article of ofLocale(site.defaultLocale)) {
      all.set(key(article), { article, isFallback: locale !== site.defaultLocale });
    }
    for (const article of ofLocale(locale)) all.set(key(article), { article, isFallback: false });
    byLocale.set(locale, all);
  }

  const categoryOf = (locale: string, name: string): Category =>
    content.categories.find((one) => one.locale === locale && one.name === name) ??
    content.categories.find((one) => one.locale === site.defaultLocale && one.name === name) ?? {
      locale,
      name,
      title: name,
      order: Number.MAX_SAFE_INTEGER,
    };

  const shelvesOf = (locale: string): Shelf[] => {
    const shelves = new Map<string, Shelf>();
    for (const listed of byLocale.get(locale)?.values() ?? []) {
      if (listed.article.unlisted) continue;
      const { category } = listed.article;
      const shelf = shelves.get(category) ?? {
        category: categoryOf(locale, category),
        articles: [],
      };
      shelf.articles.push(listed);
      shelves.set(category, shelf);
    }
    for (const shelf of shelves.values()) {
      shelf.articles.sort((a, b) => byOrder(a.article, b.article));
    }
    return [...shelves.values()].sort((a, b) => byOrder(a.category, b.category));
  };
  const shelves = new Map(site.locales.map((locale) => [locale, shelvesOf(locale)]));
  const sequences = new Map(
    [...shelves].map(([locale, own]) => [locale, own.flatMap(({ articles }) => articles)]),
  );
  const alike = relatedArticles(content.articles.filter((article) => !article.unlisted));

  return {
    content,
    site,
    assets,
    texts: new Map(),
    assetsDigest: createHash('sha256')
      .update([...assets.values()].flatMap(({ files }) => files.map(({ name }) => name)).join())
      .digest('hex'),
    category: categoryOf,
    inOrder: (locale) => sequences.get(locale) ?? [],
    shelves: (locale) => shelves.get(locale) ?? [],
    articles: (locale) => [...(byLocale.get(locale)?.values() ?? [])],
    find: (locale, category, slug) => byLocale.get(locale)?.get(`${category}/${slug}`),
    related(article, locale) {
      // A locale may hold few translations; what is alike is so in every language.
      const original = byLocale.get(site.defaultLocale)?.get(key(article))?.article ?? article;
      const keys = [...article.related, ...alike(original)].filter((one) => one !== key(article));
      return [...new Set(keys)]
        .map((one) => byLocale.get(locale)?.get(one))
        .filter((one) => one !== undefined)
        .slice(0, 5);
    },
  };
}

interface Loaded {
  library?: Promise<Library> | undefined;
}

// On globalThis, since the development server evaluates this module anew after every change of
// code, and `forgetLibrary` is called from the configuration's own copy of it.
const loaded: Loaded = ((globalThis as Record<symbol, unknown>)[Symbol.for('helpmark.library')] ??=
  {}) as Loaded;

async function load(): Promise<Library> {
  const { CONTENT_DIR } = readEnv();
  return shelve(
    await readContent(path.resolve(CONTENT_DIR), {
      includeDrafts: import.meta.env?.DEV ?? false,
      now: new Date(),
    }),
  );
}

async function shelve(content: Content): Promise<Library> {
  return arrange(content, await contentAssets(content.dir));
}

/** Makes `library` answer with a folder that has been read already, so that a build reads it once. */
export function openLibrary(content: Content): Promise<Library> {
  return (loaded.library = shelve(content));
}

/** The content folder, read once a process; in development read again after a change. */
export function library(): Promise<Library> {
  return (loaded.library ??= load());
}

/** Makes the next call of `library` read the folder again. */
export function forgetLibrary(): void {
  loaded.library = undefined;
}
