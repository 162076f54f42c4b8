import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // Lists of articles count all votes by series, and the overview those of its days; each from an
  // index alone, without reading what people wrote.
  await db.schema
    .createIndex('article_feedback_series_id_answer_index')
    .on('article_feedback')
    .columns(['series_id', 'answer'])
    .execute();
  await db.schema
    .createIndex('article_feedback_updated_at_index')
    .on('article_feedback')
    .columns(['updated_at', 'locale', 'answer'])
    .execute();
  // The latest comments, of which there are few among the votes.
  await db.schema
    .createIndex('article_feedback_commented_at_index')
    .on('article_feedback')
    .column('updated_at')
    .where(sql<boolean>`comment IS NOT NULL`)
    .execute();
}
