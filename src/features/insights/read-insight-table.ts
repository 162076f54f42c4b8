import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { mayReadInsights } from '#src/features/accounts/api-token.ts';
import { permit } from '#src/features/community/permitted.ts';
import { NotFound } from '#src/server/errors.ts';
import { findArticle } from './insight-articles.store.ts';
import type { InsightTable, TableScope } from './insight-table.ts';
import { INSIGHT_TABLES, isInsightTable } from './insight-tables.ts';

/**
 * The rows of a table, for whoever may read insights.
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function readInsightTable(
  db: Kysely<Database>,
  actor: Actor | undefined,
  name: string,
  scope: TableScope,
  now: Date,
): Promise<{ table: InsightTable; rows: Record<string, unknown>[] }> {
  permit(actor, mayReadInsights(actor));
  if (!isInsightTable(name)) throw new NotFound();
  const table: InsightTable<any> = INSIGHT_TABLES[name];
  if (!table.ofArticle) return { table, rows: await table.read(db, scope, now) };
  const { article, articleId = article && (await findArticle(db, article))?.id } = scope;
  if (!articleId) throw new NotFound();
  return { table, rows: await table.read(db, { ...scope, articleId }, now) };
}
