import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { mayReadInsights } from '#src/features/accounts/api-token.ts';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import { permit } from '#src/features/community/permitted.ts';
import { InvalidInput, NotFound } from '#src/server/errors.ts';
import { scopeOfQuery, type tableQuery } from './api-query.ts';
import { countedAt } from './counted-at.store.ts';
import { INSIGHT_TABLES, isInsightTable } from './insight-tables.ts';
import type { InsightTable } from './insight-table.ts';
import { pageOfRows, type RowsPage } from './paged-rows.ts';
import { readInsightTable } from './read-insight-table.ts';

/** A page of a table, with the days that it is about and when they were last counted. */
export interface TablePage extends RowsPage<Record<string, unknown>> {
  from: string;
  to: string;
  countedAt: Date | null;
}

/**
 * Rows of a table for a program.
 * @throws NotSignedIn, NotAllowed; NotFound when there is no such table or article; InvalidInput;
 * ListChanged
 */
export async function readTablePage(
  db: Kysely<Database>,
  actor: Actor | undefined,
  name: string,
  query: z.infer<typeof tableQuery>,
  site: Pick<SiteFacts, 'locales'>,
  now: Date,
): Promise<TablePage> {
  permit(actor, mayReadInsights(actor));
  if (!isInsightTable(name)) throw new NotFound();
  const { ofArticle }: InsightTable<any> = INSIGHT_TABLES[name];
  if (ofArticle && query.article === undefined) {
    throw new InvalidInput({ article: 'article: expected locale/category/slug for this table.' });
  }
  if (!ofArticle && query.article !== undefined) {
    throw new InvalidInput({ article: 'article: this table is not about one article.' });
  }
  const scope = { ...scopeOfQuery(query, site, now), article: query.article };
  const { rows } = await readInsightTable(db, actor, name, scope, now);
  const { from, to } = scope;
  return { ...pageOfRows(rows, query), from, to, countedAt: await countedAt(db) };
}
