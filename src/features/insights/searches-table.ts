import { z } from 'zod';
import { STATES } from './insight-state.ts';
import { insightTable } from './insight-table.ts';
import { readTopics } from './read-topics.ts';

/** Queries that were missed, those of one meaning under the one of most visits. */
export const searchesTable = insightTable({
  describes: 'Queries that were missed, put together by meaning',
  row: z.object({
    topic: z.string().describe('The query of its meaning that was missed most'),
    locale: z.string().describe('Language of the page'),
    query: z.string(),
    visits: z.int().describe('Visits in which it was searched for'),
    missed: z.int().describe('Of them, those in which it was a miss'),
    nothing: z.int().describe('Missed because nothing answers it'),
    partial: z.int().describe('Missed because it is doubtful whether anything answers it'),
    clicked: z.int().describe('Visits in which a result was opened'),
    next: z.string().nullable().describe('What most typed next when they had opened nothing'),
    state: z.enum(STATES).describe('Of most ways of saying it'),
    note: z.string(),
  }),
  async read(db, scope) {
    const topics = await readTopics(db, scope);
    return topics.flatMap(({ locale: of, queries, decided: { state, note } }) =>
      queries.map(({ query, visits, missed, nothing, partial, clicked, changedTo }) => ({
        topic: queries[0]!.query,
        locale: of,
        query,
        visits,
        missed,
        nothing,
        partial,
        clicked,
        next: changedTo[0]?.nextQuery ?? null,
        state,
        note,
      })),
    );
  },
});
