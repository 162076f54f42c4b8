import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { ofArticles } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

/** An article with its review date. */
export interface DatedArticle {
  id: number;
  file: string;
  locale: string;
  category: string;
  slug: string;
  title: string;
  owner: string | null;
  /** yyyy-mm-dd */
  reviewBy: string | null;
}

/** The articles in the content folder, those first whose date passes first; without a date last. */
export async function listDatedArticles(
  db: Kysely<Database>,
  scope: Pick<Scope, 'owner' | 'category'>,
): Promise<DatedArticle[]> {
  const { rows } = await sql<DatedArticle>`
    SELECT id, file, locale, category, slug, title, owner,
      to_char(review_by, 'YYYY-MM-DD') AS "reviewBy"
    FROM articles WHERE removed_at IS NULL AND ${ofArticles(scope)}
    ORDER BY review_by NULLS LAST, file`.execute(db);
  return rows;
}
