import { articlesTable } from './articles-table.ts';
import { commentsTable } from './comments-table.ts';
import type { InsightTable } from './insight-table.ts';
import { searchesTable } from './searches-table.ts';

/** Every table, by its name in addresses. */
export const INSIGHT_TABLES = {
  articles: articlesTable,
  comments: commentsTable,
  searches: searchesTable,
} as const satisfies Record<string, InsightTable<any>>;

export type InsightTableName = keyof typeof INSIGHT_TABLES;

export const isInsightTable = (name: string): name is InsightTableName =>
  Object.hasOwn(INSIGHT_TABLES, name);
