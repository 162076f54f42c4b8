import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { createDatabase } from '#src/server/database.ts';
import { createLog } from '#src/server/log.ts';
import { startPostgres } from '#src/server/postgres.ts';
import { languageName, type ArticleDocument, type Engine } from './engine.ts';

/**
 * PostgreSQL's full text: articles that have all terms first, then those that have any; by cover
 * density against the length, which found more than the other ways to rank.
 */
export async function openPostgres(documents: ArticleDocument[], locale: string): Promise<Engine> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'helpmark-bench-search-'));
  const postgres = await startPostgres(dataDir, createLog('error'));
  const db = createDatabase(postgres.url, { connections: 1 });
  const language = languageName(locale);
  await sql`CREATE TABLE documents (id text PRIMARY KEY, words tsvector NOT NULL)`.execute(db);
  for (const { id, title, description, labels, body } of documents) {
    await sql`
      INSERT INTO documents VALUES (${id},
        setweight(to_tsvector(${language}::regconfig, ${title}), 'A') ||
        setweight(to_tsvector(${language}::regconfig, ${description}), 'B') ||
        setweight(to_tsvector(${language}::regconfig, ${labels}), 'C') ||
        setweight(to_tsvector(${language}::regconfig, ${body}), 'D'))`.execute(db);
  }
  return {
    async find(query) {
      const { rows } = await sql<{ id: string }>`
        WITH whole AS (SELECT websearch_to_tsquery(${language}::regconfig, ${query}) AS every_term),
          loose AS (SELECT *, replace(every_term::text, '&', '|')::tsquery AS any_term FROM whole)
        SELECT id FROM documents, loose WHERE words @@ any_term
        ORDER BY words @@ every_term DESC,
          ts_rank_cd(words, CASE WHEN words @@ every_term THEN every_term ELSE any_term END, 1) DESC,
          id`.execute(db);
      return rows.map(({ id }) => id);
    },
    async close() {
      await db.destroy();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
