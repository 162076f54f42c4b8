import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { writePopularArticles } from '#src/features/articles/popular-articles.ts';
import { findPopularArticles } from './popular-articles.store.ts';

/** Long enough to gather votes on a quiet site, short enough to follow the seasons. */
const DAYS = 90;
const LEAST_YES = 3;
/** More than the home page shows, since some may have left the content folder by the next build. */
const LIMIT = 20;

/** Writes down which articles helped most readers lately, for the home page of the next build. */
export async function rememberPopularArticles(db: Kysely<Database>, now: Date): Promise<void> {
  const since = new Date(now.getTime() - DAYS * 24 * 60 * 60 * 1000);
  const popular = await findPopularArticles(db, { since, leastYes: LEAST_YES, limit: LIMIT });
  await writePopularArticles(popular);
}
