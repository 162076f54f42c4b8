import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { mayReadInsights } from '#src/features/accounts/api-token.ts';
import { livePage, type LivePage } from '#src/features/community/live-page.ts';
import { permit } from '#src/features/community/permitted.ts';
import type { Period } from '#src/features/measures/scope.ts';
import { NotFound } from '#src/server/errors.ts';
import { countedAt } from './counted-at.store.ts';
import type { TableScope } from './insight-table.ts';
import { scopeOf } from './scope-of.ts';

/** What every page of insights is made with. */
export interface InsightsPage extends LivePage {
  actor: Actor;
  now: Date;
  scope: TableScope;
  countedAt: Date | null;
}

/**
 * The page of insights that an address asks for.
 * @param asked the locale that the address names, if any
 * @param usual the period where none is asked for
 * @throws NotFound when there is no such locale; NotSignedIn, NotAllowed
 */
export async function insightsPage(
  db: Kysely<Database>,
  actor: Actor | undefined,
  asked: string | undefined,
  query: URLSearchParams,
  now: Date,
  usual?: Period,
): Promise<InsightsPage> {
  const live = await livePage(asked);
  if (!live) throw new NotFound();
  permit(actor, mayReadInsights(actor));
  const scope = scopeOf(query, live.site, now, usual);
  return { ...live, actor, now, scope, countedAt: await countedAt(db) };
}
