import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { mayReadInsights } from '#src/features/accounts/api-token.ts';
import { permit } from '#src/features/community/permitted.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { NotFound } from '#src/server/errors.ts';
import { articleInsights, type ArticlePlace } from './article-insights.ts';
import type { articleAnswer } from './article-report-schema.ts';

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
  const found = await articleInsights(db, { locale, category, slug }, scope);
  if (!found) throw new NotFound();
  return found;
}
