import { z } from 'zod';
import { insightTable } from './insight-table.ts';
import { listLowAnswers } from './low-answers.store.ts';

const MOST = 10_000;

/** Each low answer with its occasion. Requests are for moderators and stand here without a name. */
export const lowAnswersTable = insightTable({
  describes: 'Low answers to the surveys (1 and 2 of 5, 1 to 3 of 7), the newest first',
  row: z.object({
    at: z.iso.datetime(),
    measure: z.enum(['csat', 'ces']),
    score: z.int(),
    moment: z.enum(['accepted', 'contact-closed', 'solved']),
    locale: z.string(),
    questionId: z.int().nullable(),
    question: z.string().nullable().describe('Its title'),
  }),
  async read(db, scope) {
    const rows = await listLowAnswers(db, scope, MOST);
    return rows.map(({ at, kind, score, moment, locale, question }) => ({
      at: at.toISOString(),
      measure: kind,
      score,
      moment,
      locale,
      questionId: question?.id ?? null,
      question: question?.title ?? null,
    }));
  },
});
