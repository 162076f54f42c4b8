import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readEnv } from '#src/server/env.ts';

export interface PopularArticle {
  category: string;
  slug: string;
}

const file = () => path.join(readEnv().CACHE_DIR, 'popular.json');

/**
 * The articles that helped most readers lately, best first, as the server last wrote them down;
 * empty when nothing is known, since a build has no database.
 */
export async function popularArticles(): Promise<PopularArticle[]> {
  try {
    return JSON.parse(await readFile(file(), 'utf8')) as PopularArticle[];
  } catch {
    return [];
  }
}

/** The same list as addresses, such as `using/search`. */
export async function popularAddresses(): Promise<string[]> {
  return (await popularArticles()).map(({ category, slug }) => `${category}/${slug}`);
}

/** When the list was last worked out; undefined when it never was. */
export async function popularArticlesAt(): Promise<Date | undefined> {
  return stat(file()).then(
    ({ mtime }) => mtime,
    () => undefined,
  );
}

/** Leaves the list for the next build. @returns whether it differs from the one before */
export async function writePopularArticles(articles: PopularArticle[]): Promise<boolean> {
  const before = JSON.stringify(await popularArticles());
  const after = JSON.stringify(articles);
  await mkdir(path.dirname(file()), { recursive: true });
  await writeFile(file(), after);
  return before !== after;
}
