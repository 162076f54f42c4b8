import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { daysOf } from '#src/features/measures/scope.ts';
import { articleInsights } from './article-insights.ts';
import { articleDigests } from './article-digests.ts';
import { countExamples, countSetAside } from './article-records.store.ts';
import { findArticle } from './insight-articles.store.ts';
import type { InsightTable } from './insight-table.ts';
import { INSIGHT_TABLES, isInsightTable } from './insight-tables.ts';
import type { InsightsSource } from './insights-source.ts';
import { SET_ASIDE_DAYS } from './read-articles-page.ts';

/** The figures of this instance's own database, for whoever may open that. */
export async function localInsights(db: Kysely<Database>, now: Date): Promise<InsightsSource> {
  return {
    async digests({ period }) {
      const [articles, examples, setAside] = await Promise.all([
        articleDigests(db, { period, ...daysOf(period, now) }),
        countExamples(db),
        countSetAside(db, new Date(now.getTime() - SET_ASIDE_DAYS * 86_400_000)),
      ]);
      return { articles, examples, setAside };
    },
    article: (place, { period }) => articleInsights(db, place, daysOf(period, now)),
    async table(name, { period, article }) {
      if (!isInsightTable(name)) return undefined;
      const table: InsightTable<any> = INSIGHT_TABLES[name];
      const found = article === undefined ? undefined : await findArticle(db, article);
      if (table.ofArticle && !found) return undefined;
      const about = { article, articleId: found?.id };
      return table.read(db, { period, ...daysOf(period, now), ...about }, now);
    },
  };
}
