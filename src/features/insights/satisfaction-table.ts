import { z } from 'zod';
import { insightTable, SHARE_FIELDS } from './insight-table.ts';
import { readSatisfaction } from './read-satisfaction.ts';
import { shareFields } from './share-fields.ts';

const score = z.int().nullable().describe('How many gave this score; null where there is none');

/** The two surveys, all answers together and by the moment at which they were asked for. */
export const satisfactionTable = insightTable({
  describes: 'Answers to the two short surveys, by the moment at which they were asked for',
  row: z.object({
    measure: z.enum(['csat', 'ces']),
    moment: z.enum(['all', 'accepted', 'contact-closed', 'solved']),
    ...SHARE_FIELDS,
    asked: z.int().nullable().describe('Asked in the period; null where that is not known'),
    answered: z.int().nullable().describe('Of them, those who have answered by now'),
    score1: score,
    score2: score,
    score3: score,
    score4: score,
    score5: score,
    score6: score,
    score7: score,
  }),
  async read(db, scope) {
    const { surveys } = await readSatisfaction(db, scope);
    return surveys.flatMap(({ kind, all, moments }) =>
      [{ moment: 'all' as const, answered: null, ...all }, ...moments].map(
        ({ moment, good, answered, row }) => ({
          measure: kind,
          moment,
          ...shareFields(good),
          asked: answered?.n ?? null,
          answered: answered?.count ?? null,
          score1: row[0] ?? null,
          score2: row[1] ?? null,
          score3: row[2] ?? null,
          score4: row[3] ?? null,
          score5: row[4] ?? null,
          score6: row[5] ?? null,
          score7: row[6] ?? null,
        }),
      ),
    );
  },
});
