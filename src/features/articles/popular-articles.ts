import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readEnv } from '#src/server/env.ts';
import { writeWhole } from '#src/server/write-whole.ts';

export interface PopularArticle {
  category: string;
  slug: string;
}

const file = () => path.join(readEnv().CACHE_DIR, 'popular.json');

/**
 * The articles that helped most readers lately, best first, as the last start wrote them down;
 * empty when nothing is known, since a build has no database.
 */
export async function popularArticles(): Promise<PopularArticle[]> {
  try {
    return JSON.parse(await readFile(file(), 'utf8')) as PopularArticle[];
  } catch {
    return [];
  }
}

/** Leaves the list for the next build. */
export async function writePopularArticles(articles: PopularArticle[]): Promise<void> {
  await writeWhole(file(), JSON.stringify(articles));
}
