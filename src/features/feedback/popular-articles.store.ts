import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/**
 * Articles by their yeses since a moment, most first. Left out are articles with fewer than
 * `leastYes` yeses or with at least as many noes: a handful of votes makes nothing popular.
 */
export async function findPopularArticles(
  db: Kysely<Database>,
  { since, leastYes, limit }: { since: Date; leastYes: number; limit: number },
): Promise<{ category: string; slug: string }[]> {
  const yes = sql<number>`count(*) FILTER (WHERE article_feedback.answer = 'yes')`;
  const no = sql<number>`count(*) FILTER (WHERE article_feedback.answer = 'no')`;
  return (
    db
      .selectFrom('article_feedback')
      .innerJoin('article_series', 'article_series.id', 'article_feedback.series_id')
      .innerJoin('articles', 'articles.id', 'article_series.article_id')
      .select(['articles.category', 'articles.slug'])
      .where('article_feedback.updated_at', '>=', since)
      .where('articles.removed_at', 'is', null)
      // Example votes make nothing popular.
      .where('article_feedback.visitor', 'not like', 'demo-%')
      .groupBy(['articles.category', 'articles.slug'])
      .having(yes, '>=', leastYes)
      .having(yes, '>', no)
      .orderBy(yes, 'desc')
      .orderBy('articles.category')
      .orderBy('articles.slug')
      .limit(limit)
      .execute()
  );
}
