import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** An article as a mail about it names it. */
export interface WaitedForArticle {
  subject: string;
  locale: string;
  category: string;
  slug: string;
  title: string;
}

/** The articles that comments are about, by the comments' subjects. */
export async function listCommentArticles(
  trx: Transaction<Database>,
  subjects: string[],
): Promise<Map<string, WaitedForArticle>> {
  const { rows } = await sql<WaitedForArticle>`
    SELECT subject, locale, category, slug, title
    FROM unnest(${subjects}::text[]) AS given (subject)
    JOIN article_series ON article_series.id =
      CASE WHEN subject ~ '^[0-9]{1,9}:' THEN split_part(subject, ':', 1) END::integer
    JOIN articles ON articles.id = article_id`.execute(trx);
  return new Map(rows.map((row) => [row.subject, row]));
}
