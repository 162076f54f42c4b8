import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import { daysOf, isPeriod, type Period } from '#src/features/measures/scope.ts';
import type { TableScope } from './insight-table.ts';

/**
 * What the query of an address limits a report to; what it does not say, or says wrongly, is as usual.
 * @param usual the period where none is asked for
 */
export function scopeOf(
  query: URLSearchParams,
  { locales }: Pick<SiteFacts, 'locales'>,
  now: Date,
  usual: Period = 'month',
): TableScope {
  const asked = query.get('period') ?? '';
  const period = isPeriod(asked) ? asked : usual;
  const locale = query.get('locale') ?? '';
  return {
    period,
    ...daysOf(period, now),
    locale: locales.includes(locale) ? locale : undefined,
    owner: query.get('owner') || undefined,
    category: query.get('category') || undefined,
    article: query.get('article') || undefined,
  };
}

/**
 * The query that limits a report to a scope, for links; empty where all is as usual.
 * @param more what else the address says; empty values are left out
 */
export function queryOf(
  { period, locale, owner, category }: Pick<TableScope, 'period' | 'locale' | 'owner' | 'category'>,
  more: Record<string, string> = {},
): string {
  const query = new URLSearchParams();
  if (period !== 'month') query.set('period', period);
  if (locale) query.set('locale', locale);
  if (owner) query.set('owner', owner);
  if (category) query.set('category', category);
  for (const [name, value] of Object.entries(more)) if (value) query.set(name, value);
  return query.size > 0 ? `?${query}` : '';
}
