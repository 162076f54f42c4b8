import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { mayReadInsights } from '#src/features/accounts/api-token.ts';
import { permit } from '#src/features/community/permitted.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { NotFound } from '#src/server/errors.ts';
import { articleDigests } from './article-digests.ts';
import { articleReport } from './article-report.ts';
import { articleAnswer } from './article-report-schema.ts';

/** Where an article stands. */
export interface ArticlePlace {
  locale: string;
  category: string;
  slug: string;
}

/**
 * All that is known of an article, for whoever may read insights.
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function readArticleInsights(
  db: Kysely<Database>,
  actor: Actor | undefined,
  { locale, category, slug }: ArticlePlace,
  scope: Scope,
): Promise<z.infer<typeof articleAnswer>> {
  permit(actor, mayReadInsights(actor));
  const shelf = await articleDigests(db, { from: scope.from, to: scope.to, locale, category });
  const article = shelf.find((one) => one.slug === slug);
  if (!article) throw new NotFound();
  return articleAnswer.parse({ article, report: await articleReport(db, article.id, scope) });
}
