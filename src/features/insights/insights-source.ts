import type { z } from 'zod';
import type { Period } from '#src/features/measures/scope.ts';
import type { ArticleDigest } from './article-digest.ts';
import type { articleAnswer } from './article-report-schema.ts';
import type { INSIGHT_TABLES, InsightTableName } from './insight-tables.ts';
import type { ArticlePlace } from './article-insights.ts';

/** What commands ask for. */
export interface Asked {
  period: Period;
  /** Of tables about one article: `locale/category/slug`. */
  article?: string | undefined;
}

/** Every article in brief, and which votes are not readers'. */
export interface Digests {
  articles: ArticleDigest[];
  examples: number;
  setAside: number;
}

export type TableRow<Name extends InsightTableName> = z.infer<(typeof INSIGHT_TABLES)[Name]['row']>;

/** Where figures come from: the database of this instance, or a site that runs elsewhere. */
export interface InsightsSource {
  digests(asked: Asked): Promise<Digests>;
  /** @returns undefined when no reader has seen it */
  article(
    place: ArticlePlace,
    asked: Pick<Asked, 'period'>,
  ): Promise<z.infer<typeof articleAnswer> | undefined>;
  /** @returns undefined when there is no such table or article */
  table(name: string, asked: Asked): Promise<Record<string, unknown>[] | undefined>;
}

/** Rows of a table that is known here. */
export async function rowsOf<Name extends InsightTableName>(
  source: InsightsSource,
  name: Name,
  asked: Asked,
): Promise<TableRow<Name>[]> {
  return ((await source.table(name, asked)) ?? []) as TableRow<Name>[];
}
