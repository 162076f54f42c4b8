import { z } from 'zod';
import { articleDigest, shareSchema, verdict } from './article-digest.ts';

const answer = z.enum(['yes', 'no']);

/** All that is known of one article in some days, as programs get it: without visitors' codes. */
const articleReportSchema = z.object({
  views: z.int(),
  reads: z.int(),
  failed: shareSchema.describe('Reads that a question or a contact request followed'),
  weeks: z.array(
    z.object({
      week: z.string().describe('Monday, yyyy-mm-dd'),
      views: z.int(),
      reads: z.int(),
      escalated: z.int(),
    }),
  ),
  voteWeeks: z.array(z.object({ week: z.string(), seriesId: z.int(), n: z.int(), yes: z.int() })),
  edits: z.array(
    z.object({
      seriesId: z.int(),
      at: z.coerce.date().describe('When this text came'),
      isPresent: z.boolean(),
      helpful: shareSchema,
      verdict: verdict.nullable().describe('Null for the first text'),
      difference: z.object({ points: z.number(), low: z.number(), high: z.number() }).nullable(),
    }),
  ),
  sections: z.array(
    z.object({
      section: z.string().nullable(),
      answer,
      reason: z.string().nullable(),
      count: z.int(),
    }),
  ),
  remarks: z.array(
    z.object({
      seriesId: z.int(),
      at: z.coerce.date(),
      answer,
      reason: z.string().nullable(),
      section: z.string().nullable(),
      locale: z.string(),
      comment: z.string(),
    }),
  ),
  queries: z.array(z.object({ query: z.string(), locale: z.string(), visits: z.int() })),
  next: z.array(
    z.object({
      next: z.string(),
      articleId: z.int().nullable(),
      title: z.string().nullable(),
      visits: z.int(),
    }),
  ),
  escalations: z.array(
    z.object({
      at: z.coerce.date(),
      form: z.string(),
      questionId: z.int().nullable(),
      title: z.string().nullable(),
      requestId: z.int().nullable(),
    }),
  ),
  readingTime: z.object({
    classes: z.array(z.int()).describe('Views by visible seconds, in classes'),
    median: z.number().nullable().describe('Seconds'),
  }),
});

/** What the API tells of one article. */
export const articleAnswer = z.object({ article: articleDigest, report: articleReportSchema });
