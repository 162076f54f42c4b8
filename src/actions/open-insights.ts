import type { AstroGlobal } from 'astro';
import { localePath } from '#src/features/articles/address.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { signInPath } from '#src/features/community/community-address.ts';
import { insightsPage, type InsightsPage } from '#src/features/insights/insights-page.ts';
import type { Period } from '#src/features/measures/scope.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { NotAllowed, NotFound, NotSignedIn } from '#src/server/errors.ts';

/**
 * The page of insights that is asked for, or the answer for those who may not have it: signing in,
 * a refusal, or that there is no such page.
 * @param usual the period where none is asked for
 */
export async function openInsights(
  astro: AstroGlobal,
  usual?: Period,
): Promise<InsightsPage | Response> {
  const { params, locals, url, response } = astro;
  try {
    const now = systemClock();
    const page = await insightsPage(
      database(),
      locals.actor,
      params['locale'],
      url.searchParams,
      now,
      usual,
    );
    response.headers.set('Cache-Control', 'private, no-store');
    return page;
  } catch (error) {
    if (error instanceof NotFound) return new Response(null, { status: 404 });
    const { site } = await manifest();
    const locale = params['locale'] ?? site.defaultLocale;
    if (error instanceof NotSignedIn) {
      return astro.redirect(signInPath(site, locale, url.pathname + url.search), 303);
    }
    if (error instanceof NotAllowed) {
      return astro.rewrite(localePath(site, locale, '/insights/refused'));
    }
    throw error;
  }
}
