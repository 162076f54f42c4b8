import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Where a picture may stand for good, and where for now. */
const TEXTS = {
  posted: [
    ['questions', 'body'],
    ['answers', 'body'],
    ['comments', 'body'],
    ['question_revisions', 'body'],
    ['answer_revisions', 'body'],
    ['comment_revisions', 'body'],
  ],
  unposted: [
    ['drafts', 'fields'],
    ['parked_drafts', 'fields'],
    ['members', 'avatar'],
  ],
} as const;

/** Those of some pictures that stand in a text, in one reading of all texts. */
export async function listUsedUploads(
  db: Kysely<Database>,
  kind: keyof typeof TEXTS,
  names: string[],
): Promise<Set<string>> {
  const texts = TEXTS[kind].map(
    ([table, column]) =>
      sql`SELECT ${sql.ref(column)} AS text FROM ${sql.table(table)}
        WHERE ${sql.ref(column)} LIKE '%.webp%'`,
  );
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT found[1] AS name
    FROM (${sql.join(texts, sql` UNION ALL `)}) AS texts,
      regexp_matches(text, '[0-9a-f]{32}-[0-9]+x[0-9]+\\.webp', 'g') AS found
    WHERE found[1] = ANY (${names})`.execute(db);
  return new Set(rows.map(({ name }) => name));
}
