import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  listArticlelessQuestions,
  type ArticlelessQuestion,
  type LinkedSite,
} from './article-mentions.store.ts';

/**
 * Solved questions whose accepted answer leads to no article: what is known here and not written
 * down yet, the latest first.
 * @param since accepted from then on
 */
export async function articlelessQuestions(
  db: Kysely<Database>,
  site: LinkedSite,
  since: Date,
  limit: number,
): Promise<ArticlelessQuestion[]> {
  return listArticlelessQuestions(db, site, { since, limit });
}
