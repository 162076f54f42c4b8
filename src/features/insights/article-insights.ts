import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { articleDigests } from './article-digests.ts';
import { articleReport } from './article-report.ts';
import { articleAnswer } from './article-report-schema.ts';

/** Where an article stands. */
export interface ArticlePlace {
  locale: string;
  category: string;
  slug: string;
}

/** An article in brief and in full, without visitors' codes; undefined when there never was one. */
export async function articleInsights(
  db: Kysely<Database>,
  { locale, category, slug }: ArticlePlace,
  scope: Scope,
): Promise<z.infer<typeof articleAnswer> | undefined> {
  const shelf = await articleDigests(db, { from: scope.from, to: scope.to, locale, category });
  const article = shelf.find((one) => one.slug === slug);
  if (!article) return undefined;
  return articleAnswer.parse({ article, report: await articleReport(db, article.id, scope) });
}
