import { z } from 'zod';
import { STATES } from './insight-state.ts';
import { insightTable } from './insight-table.ts';
import { readGaps } from './read-gaps.ts';

/** What speaks for articles that seem to be missing, one row for each search and question. */
export const gapsTable = insightTable({
  describes: 'Candidates for articles: searches in vain and questions without an article',
  row: z.object({
    gap: z.string().describe('In the words of most of those who miss it'),
    locale: z.string(),
    people: z.int().describe('Visits that searched in vain, and members who asked, of the gap'),
    evidence: z.enum(['search', 'question']),
    text: z.string().describe('The query, or the title of the question'),
    count: z.int().describe('Visits that missed it, or members who have the question'),
    questionId: z.int().nullable(),
    state: z.enum(STATES).describe('Of most of its searches'),
    note: z.string(),
  }),
  async read(db, scope) {
    const gaps = await readGaps(db, scope);
    return gaps.flatMap(({ title, locale: of, people, searches, questions, decided }) => {
      const gap = { gap: title, locale: of, people };
      const { state, note } = decided;
      return [
        ...searches.map(({ query, missed }) => ({
          ...gap,
          evidence: 'search' as const,
          text: query,
          count: missed,
          questionId: null,
          state,
          note,
        })),
        ...questions.map(({ id, title: text, people: count }) => ({
          ...gap,
          evidence: 'question' as const,
          text,
          count,
          questionId: id,
          state,
          note,
        })),
      ];
    });
  },
});
