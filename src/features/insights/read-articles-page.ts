import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { mayReadInsights } from '#src/features/accounts/api-token.ts';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import { permit } from '#src/features/community/permitted.ts';
import { scopeOfQuery, type listQuery } from './api-query.ts';
import type { ArticleDigest } from './article-digest.ts';
import { articleDigests } from './article-digests.ts';
import { countExamples, countSetAside } from './article-records.store.ts';
import { countedAt } from './counted-at.store.ts';
import { pageOfRows, type RowsPage } from './paged-rows.ts';

/** Days in which submissions that traps caught are worth telling. */
export const SET_ASIDE_DAYS = 30;

/** A page of articles, with the days that it is about and what of their votes is not readers'. */
export interface ArticlesPage extends RowsPage<ArticleDigest> {
  from: string;
  to: string;
  countedAt: Date | null;
  /** Votes that `npm run db -- seed demo` made up. */
  examples: number;
  /** Submissions of the last days that were taken for a program's. */
  setAside: number;
}

/**
 * Articles for a program, the worst first.
 * @throws NotSignedIn, NotAllowed, InvalidInput, ListChanged
 */
export async function readArticlesPage(
  db: Kysely<Database>,
  actor: Actor | undefined,
  query: z.infer<typeof listQuery>,
  site: Pick<SiteFacts, 'locales'>,
  now: Date,
): Promise<ArticlesPage> {
  permit(actor, mayReadInsights(actor));
  const scope = scopeOfQuery(query, site, now);
  const [digests, counted, examples, setAside] = await Promise.all([
    articleDigests(db, scope),
    countedAt(db),
    countExamples(db),
    countSetAside(db, new Date(now.getTime() - SET_ASIDE_DAYS * 86_400_000)),
  ]);
  const { from, to } = scope;
  return { ...pageOfRows(digests, query), from, to, countedAt: counted, examples, setAside };
}
