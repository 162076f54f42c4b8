import type { APIRoute } from 'astro';
import { apiDoor } from '#src/actions/api-door.ts';
import { INSIGHT_TABLES } from '#src/features/insights/insight-tables.ts';

export const prerender = false;

/** Every table that can be asked for. */
export const GET: APIRoute = (context) =>
  apiDoor(context, () =>
    Promise.resolve({
      tables: Object.entries(INSIGHT_TABLES).map(([name, { describes, row, ...more }]) => ({
        name,
        describes,
        ofArticle: 'ofArticle' in more,
        columns: Object.keys(row.shape),
      })),
    }),
  );
