import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  popularArticlesAt,
  writePopularArticles,
} from '#src/features/articles/popular-articles.ts';
import { findPopularArticles } from './popular-articles.store.ts';

/** Long enough to gather votes on a quiet site, short enough to follow the seasons. */
const DAYS = 90;
const LEAST_YES = 3;
/** More than the home page shows, since some may have left the content folder by the next build. */
const LIMIT = 20;

/** How long a list stays as it is: the home page should not change under a reader's hands. */
const STAYS_MS = 24 * 60 * 60 * 1000;

/**
 * Writes down once a day which articles helped most readers lately, for the home page of the next
 * build.
 * @returns whether the list has changed, so that a build would show another one
 */
export async function rememberPopularArticles(db: Kysely<Database>, now: Date): Promise<boolean> {
  const last = await popularArticlesAt();
  if (last && now.getTime() - last.getTime() < STAYS_MS) return false;
  const since = new Date(now.getTime() - DAYS * 24 * 60 * 60 * 1000);
  const popular = await findPopularArticles(db, { since, leastYes: LEAST_YES, limit: LIMIT });
  return writePopularArticles(popular);
}
