import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

export interface InsightArticle {
  id: number;
  locale: string;
  category: string;
  slug: string;
  title: string;
  /** Path in the content folder. */
  file: string;
  owner: string | null;
  /** No longer in the content folder. */
  removed: boolean;
  /** By when somebody has to look at it again, yyyy-mm-dd. */
  reviewBy: string | null;
}

/**
 * An article that is or was in the content folder.
 * @param address `locale/category/slug`
 */
export async function findArticle(
  db: Kysely<Database>,
  address: string,
): Promise<InsightArticle | undefined> {
  const [locale = '', category = '', slug = '', ...more] = address.split('/');
  if (more.length > 0 || address.includes('\0')) return undefined;
  const { rows } = await sql<InsightArticle>`
    SELECT id, locale, category, slug, title, file, owner, removed_at IS NOT NULL AS removed,
      to_char(review_by, 'YYYY-MM-DD') AS "reviewBy"
    FROM articles WHERE locale = ${locale} AND category = ${category} AND slug = ${slug}
    ORDER BY removed_at DESC NULLS FIRST LIMIT 1`.execute(db);
  return rows[0];
}
