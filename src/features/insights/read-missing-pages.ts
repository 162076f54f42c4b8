import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { articlePath, localeOfPath } from '#src/features/articles/address.ts';
import type { Manifest } from '#src/features/articles/manifest.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { type InsightState, type State, UNDECIDED } from './insight-state.ts';
import { listStates } from './insight-states.store.ts';
import { listMissingPages, type MissingPage } from './missing-pages.store.ts';
import { nearestArticle } from './nearest-article.ts';

const MOST = 2000;

/** A missing address with what was decided about it, and what can be. */
export interface MissingAddress extends MissingPage, InsightState {
  /** Where it leads by now, since the content folder says so. */
  leadsTo: string | undefined;
}

/** A missing address with the article that it may have meant. */
export interface ProposedAddress extends MissingAddress {
  proposal: { path: string; title: string } | undefined;
}

/**
 * Addresses that do not exist, those of most visits first.
 * @param state of those to list; all when it is left out
 */
export async function readMissingPages(
  db: Kysely<Database>,
  scope: Scope,
  { site, redirects }: Pick<Manifest, 'site' | 'redirects'>,
  state?: State,
): Promise<MissingAddress[]> {
  const pages = await listMissingPages(db, scope, MOST);
  const states = await listStates(
    db,
    'missing-page',
    pages.map(({ path }) => path),
  );
  return pages
    .map((page) => ({
      ...page,
      ...(states.get(page.path) ?? UNDECIDED),
      leadsTo: redirects[page.path],
    }))
    .filter(
      ({ path, state: own }) =>
        (scope.locale === undefined || localeOfPath(site, path) === scope.locale) &&
        (state === undefined || own === state),
    );
}

/** Adds to each address the article that may have been meant, where there is one. */
export function proposeRedirects(
  pages: MissingAddress[],
  { site, articles }: Pick<Manifest, 'site' | 'articles'>,
): ProposedAddress[] {
  const nearest = new Map(
    [...Map.groupBy(articles, ({ locale }) => locale)].map(([locale, own]) => [
      locale,
      nearestArticle(own, site.locales),
    ]),
  );
  return pages.map((page) => {
    const locale = localeOfPath(site, page.path);
    const found = nearest.get(locale)?.(page.path);
    return {
      ...page,
      proposal: found && {
        path: articlePath(site, locale, found.category, found.slug),
        title: found.title,
      },
    };
  });
}
