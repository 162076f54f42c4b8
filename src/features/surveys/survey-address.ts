import { localePath, type Locales } from '#src/features/articles/address.ts';
import type { Scores } from './survey.ts';

/**
 * The page that asks on an occasion.
 * @param of as `writeOccasion` wrote it
 * @param chosen what is chosen there already; opening it says nothing yet
 */
export function surveyPath(site: Locales, locale: string, of: string, chosen: Scores = {}): string {
  const scores = Object.entries(chosen).map(([kind, score]) => [kind, String(score)]);
  const query = new URLSearchParams({ of, ...Object.fromEntries(scores) });
  return `${localePath(site, locale, '/survey')}?${query}`;
}
