import type { APIRoute } from 'astro';
import { manifest } from '#src/features/articles/manifest.ts';
import { readInsightTable } from '#src/features/insights/read-insight-table.ts';
import { scopeOf } from '#src/features/insights/scope-of.ts';
import { tableAsCsv } from '#src/features/insights/table-as-csv.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { NotAllowed, NotFound, NotSignedIn } from '#src/server/errors.ts';

export const prerender = false;

const refused = (status: number, sentence: string) =>
  new Response(`${sentence}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain;charset=utf-8', 'Cache-Control': 'no-store' },
  });

/** A table of insights as a file, for whoever is signed in and may read them. */
export const GET: APIRoute = async ({ params, locals, url }) => {
  const [, name = '', format = ''] = /^([a-z-]+)\.(csv|json)$/.exec(params['file'] ?? '') ?? [];
  const now = systemClock();
  try {
    const { site } = await manifest();
    const scope = scopeOf(url.searchParams, site, now);
    const { table, rows } = await readInsightTable(database(), locals.actor, name, scope, now);
    const isCsv = format === 'csv';
    return new Response(isCsv ? tableAsCsv(table, rows) : JSON.stringify(rows, null, 2), {
      headers: {
        'Content-Type': isCsv ? 'text/csv;charset=utf-8' : 'application/json',
        'Content-Disposition': `attachment; filename="${name}-${scope.from}-${scope.to}.${format}"`,
        'Cache-Control': 'private, no-store',
      },
    });
  } catch (error) {
    if (error instanceof NotSignedIn) return refused(401, 'Sign in first.');
    if (error instanceof NotAllowed) return refused(403, 'Insights are for authors and staff.');
    if (error instanceof NotFound) return refused(404, 'There is no such table.');
    throw error;
  }
};
