import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ArticlePlace } from './read-article-insights.ts';

/** The article that stands, or else that stood last, at a place. */
export async function findArticleId(
  db: Kysely<Database>,
  { locale, category, slug }: ArticlePlace,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM articles
    WHERE locale = ${locale} AND category = ${category} AND slug = ${slug}
    ORDER BY removed_at DESC NULLS FIRST LIMIT 1`.execute(db);
  return rows[0]?.id;
}
