import { ARTICLE_TABLES } from './article-tables.ts';
import { articlesTable } from './articles-table.ts';
import { commentsTable } from './comments-table.ts';
import {
  answerersTable,
  channelClicksTable,
  communityCategoriesTable,
  communityWeeksTable,
  formFunnelsTable,
  selfServiceWeeksTable,
  unansweredTable,
  waitingCurvesTable,
  waitingTimesTable,
} from './community-tables.ts';
import { gapsTable } from './gaps-table.ts';
import { lowAnswersTable } from './low-answers-table.ts';
import { missingPagesTable } from './missing-pages-table.ts';
import { satisfactionTable } from './satisfaction-table.ts';
import { articleQueriesTable } from './article-queries-table.ts';
import { editsTable } from './edits-table.ts';
import { freshnessTable } from './freshness-table.ts';
import { measuresTable } from './measures-table.ts';
import type { InsightTable } from './insight-table.ts';
import { searchChangesTable } from './search-changes-table.ts';
import { searchesTable } from './searches-table.ts';
import { solvedQuestionsTable } from './solved-questions-table.ts';

/** Every table, by its name in addresses. */
export const INSIGHT_TABLES = {
  articles: articlesTable,
  comments: commentsTable,
  freshness: freshnessTable,
  measures: measuresTable,
  searches: searchesTable,
  'search-changes': searchChangesTable,
  gaps: gapsTable,
  'missing-pages': missingPagesTable,
  satisfaction: satisfactionTable,
  'low-answers': lowAnswersTable,
  'waiting-times': waitingTimesTable,
  'waiting-curves': waitingCurvesTable,
  'community-weeks': communityWeeksTable,
  'unanswered-questions': unansweredTable,
  answerers: answerersTable,
  'community-categories': communityCategoriesTable,
  'form-funnels': formFunnelsTable,
  'channel-clicks': channelClicksTable,
  'self-service-weeks': selfServiceWeeksTable,
  'article-queries': articleQueriesTable,
  edits: editsTable,
  'solved-questions': solvedQuestionsTable,
  ...ARTICLE_TABLES,
} as const satisfies Record<string, InsightTable<any>>;

export type InsightTableName = keyof typeof INSIGHT_TABLES;

export const isInsightTable = (name: string): name is InsightTableName =>
  Object.hasOwn(INSIGHT_TABLES, name);
