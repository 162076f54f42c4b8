import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { Period, Scope } from '#src/features/measures/scope.ts';

/** What a table is about. */
export interface TableScope extends Scope {
  period: Period;
  /** Of tables about one article: `locale/category/slug`, as it was asked for. */
  article?: string | undefined;
  /** The article of that name. */
  articleId?: number | undefined;
}

/**
 * A table of figures, as pages offer it for export and programs read it: its rows are flat, and
 * described once for CSV, JSON and the API's documentation.
 */
export interface InsightTable<Row extends z.ZodObject = z.ZodObject> {
  describes: string;
  row: Row;
  /** Whether it is about one article, which has to be named. */
  ofArticle?: true;
  read(db: Kysely<Database>, scope: TableScope, now: Date): Promise<z.infer<Row>[]>;
}

export const insightTable = <Row extends z.ZodObject>(
  table: InsightTable<Row>,
): InsightTable<Row> => table;

/** Of a share: how many of how many, and where there are ten or more, the share and its 95 % interval. */
export const SHARE_FIELDS = {
  count: z.int().describe('How many'),
  n: z.int().describe('Of how many'),
  share: z.number().nullable().describe('count / n; null below n = 10'),
  low: z.number().nullable().describe('Lower end of the 95 % Wilson interval'),
  high: z.number().nullable().describe('Upper end of the 95 % Wilson interval'),
};
