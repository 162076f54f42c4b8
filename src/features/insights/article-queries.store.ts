import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { inDays, ofArticles } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

export interface ArticleQuery {
  /** Path in the content folder. */
  file: string;
  title: string;
  locale: string;
  query: string;
  visits: number;
}

/** Searches that led to articles which are in the content folder, the most frequent first. */
export async function listArticleQueries(
  db: Kysely<Database>,
  scope: Scope,
  most: number,
): Promise<ArticleQuery[]> {
  const { rows } = await sql<ArticleQuery>`
    SELECT articles.file, articles.title, counted.locale, query, visits FROM (
      SELECT article_id, locale, query, sum(visits)::integer AS visits FROM search_click_days
      WHERE article_id IS NOT NULL AND ${inDays(scope)} GROUP BY article_id, locale, query
    ) AS counted JOIN articles ON articles.id = article_id
    WHERE removed_at IS NULL AND ${ofArticles(scope)}
    ORDER BY visits DESC, query, file LIMIT ${most}`.execute(db);
  return rows;
}
