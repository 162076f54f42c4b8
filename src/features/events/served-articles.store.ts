import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { ServedArticle } from './event.ts';

export interface ServedIds {
  articleId: number | null;
  revisionId: number | null;
}

/** @returns ids in the order of `articles` */
export async function findServed(
  db: Kysely<Database>,
  articles: ServedArticle[],
): Promise<ServedIds[]> {
  const { rows } = await sql<ServedIds>`
    SELECT articles.id AS "articleId", article_revisions.id AS "revisionId"
    FROM unnest(
      ${articles.map(({ locale }) => locale)}::text[],
      ${articles.map(({ category }) => category)}::text[],
      ${articles.map(({ slug }) => slug)}::text[],
      ${articles.map(({ revision }) => revision)}::text[]
    ) WITH ORDINALITY AS served (locale, category, slug, revision, position)
    LEFT JOIN articles USING (locale, category, slug)
    LEFT JOIN article_revisions
      ON article_revisions.article_id = articles.id AND article_revisions.hash = revision
    ORDER BY position`.execute(db);
  return rows;
}
