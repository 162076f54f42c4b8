import { z } from 'zod';
import { insightTable } from './insight-table.ts';
import { readKeptReport } from './read-kept-report.ts';

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
  }),
  async read(db, { period, locale }) {
    const report = await readKeptReport(db, 'gaps', period, locale);
    return (report?.rows ?? []).flatMap(({ title, locale: of, people, searches, questions }) => {
      const gap = { gap: title, locale: of, people };
      return [
        ...searches.map(({ query, missed }) => ({
          ...gap,
          evidence: 'search' as const,
          text: query,
          count: missed,
          questionId: null,
        })),
        ...questions.map(({ id, title: text, people: count }) => ({
          ...gap,
          evidence: 'question' as const,
          text,
          count,
          questionId: id,
        })),
      ];
    });
  },
});
