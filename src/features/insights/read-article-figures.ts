import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Period, Scope } from '#src/features/measures/scope.ts';
import { listArticleFigures, type ArticleFigures } from './article-figures.store.ts';
import { readKeptReport } from './read-kept-report.ts';

/**
 * The figures of each article that was viewed in a scope's days and language, by its id: those that
 * are kept of the scope's period, else those of its days.
 */
export async function readArticleFigures(
  db: Kysely<Database>,
  { from, to, locale, period }: Scope & { period?: Period },
): Promise<Map<number, ArticleFigures>> {
  const kept = period && (await readKeptReport(db, 'article-figures', period, locale));
  const rows = kept?.rows ?? (await listArticleFigures(db, { from, to, locale }));
  const byArticle = new Map<number, ArticleFigures>();
  for (const { locale: _, ...row } of rows) {
    const sum = byArticle.get(row.articleId);
    if (!sum) byArticle.set(row.articleId, { ...row });
    else {
      sum.views += row.views;
      sum.reads += row.reads;
      sum.escalated += row.escalated;
      sum.datedReads += row.datedReads;
      sum.freshReads += row.freshReads;
    }
  }
  return byArticle;
}
