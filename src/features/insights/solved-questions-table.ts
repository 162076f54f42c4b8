import { z } from 'zod';
import { plainQuestionPath } from '#src/features/community/question-address.ts';
import { readEnv } from '#src/server/env.ts';
import { insightTable } from './insight-table.ts';
import { listSolvedQuestions } from './solved-questions.store.ts';

/** More than anybody makes into articles at a time. */
const QUESTIONS_READ = 200;

/** What is known in the community and stands in no article. */
export const solvedQuestionsTable = insightTable({
  describes: 'Solved questions whose accepted answer leads to no article',
  row: z.object({
    id: z.int(),
    title: z.string(),
    locale: z.string(),
    category: z.string(),
    path: z.string().describe('Address on the site'),
    acceptedAt: z.string().describe('When the answer was accepted, in ISO form'),
    people: z.int().describe('Members who have the question'),
    question: z.string().describe('Markdown'),
    answer: z.string().describe('Markdown'),
    writer: z.string().nullable().describe('Who wrote the answer; null once the account is gone'),
    handle: z.string().nullable().describe('The same member’s handle'),
  }),
  async read(db, scope) {
    const { origin } = new URL(readEnv().SITE_URL);
    const questions = await listSolvedQuestions(db, scope, origin, QUESTIONS_READ);
    return questions.map(({ acceptedAt, ...question }) => ({
      ...question,
      path: plainQuestionPath(question),
      acceptedAt: acceptedAt.toISOString(),
    }));
  },
});
