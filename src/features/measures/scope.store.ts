import { sql, type RawBuilder } from 'kysely';
import type { Scope } from './scope.ts';

/** Whether a row of a day table is of the days and the language of a scope. */
export function inDays(scope: Scope): RawBuilder<boolean> {
  const { from, to, locale } = scope;
  const inLocale = locale === undefined ? sql`` : sql` AND locale = ${locale}`;
  return sql<boolean>`day BETWEEN ${from}::date AND ${to}::date${inLocale}`;
}

/** The moments of a scope's days, as a condition on a column of time. */
export function duringDays(column: string, { from, to }: Scope): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} >= ${from}::date::timestamp AT TIME ZONE 'UTC'
    AND ${sql.ref(column)} < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC'`;
}

/** Whether a row of `articles` belongs to the owner and the shelf of a scope. */
export function ofArticles({
  owner,
  category,
}: Pick<Scope, 'owner' | 'category'>): RawBuilder<boolean> {
  const ofOwner = owner === undefined ? sql`` : sql` AND articles.owner = ${owner}`;
  const onShelf = category === undefined ? sql`` : sql` AND articles.category = ${category}`;
  return sql<boolean>`true${ofOwner}${onShelf}`;
}
