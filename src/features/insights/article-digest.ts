import { z } from 'zod';
import type { ArticleRecord } from './article-records.ts';

const interval = {
  low: z.number().describe('Lower end of the 95 % interval'),
  high: z.number().describe('Upper end of the 95 % interval'),
};

const helpfulness = z
  .object({ share: z.number(), ...interval })
  .nullable()
  .describe('yes / n; null below n = 10');

/** So many of so many. */
export const shareSchema = z.object({
  count: z.int(),
  n: z.int(),
  share: z
    .object({ value: z.number(), ...interval })
    .nullable()
    .describe('count / n; null below n = 10'),
});

export const verdict = z.enum(['better', 'worse', 'no evidence yet']);

const difference = z
  .object({ points: z.number(), ...interval })
  .nullable()
  .describe('Helpfulness after minus before; null below ten votes on either side');

const votes = { n: z.int().describe('Votes'), yes: z.int().describe('Of them yes') };

/**
 * An article with what its writer needs to know: what readers said of its present text, and in some
 * days who came, from which searches, and what they did next.
 */
export const articleDigest = z.object({
  id: z.int(),
  file: z.string().describe('Path in the content folder'),
  locale: z.string(),
  category: z.string(),
  slug: z.string(),
  title: z.string(),
  owner: z.string().nullable().describe('A handle in authors.yml'),
  removed: z.boolean().describe('No longer in the content folder'),
  reviewBy: z.string().nullable().describe('yyyy-mm-dd'),
  revision: z.string(),
  since: z.coerce.date().describe('When the present series began'),
  ...votes,
  helpfulness,
  change: z
    .object({ verdict, before: z.object({ ...votes, helpfulness }), difference })
    .nullable()
    .describe('Against the series before'),
  reasons: z.record(z.string(), z.int()).describe('Votes by the reason that was chosen'),
  comments: z.array(
    z.object({
      at: z.coerce.date(),
      answer: z.enum(['yes', 'no']),
      reason: z.string().nullable(),
      section: z.string().nullable().describe('Anchor of a heading'),
      locale: z.string(),
      comment: z.string(),
    }),
  ),
  views: z.int(),
  reads: z.int(),
  failed: shareSchema.describe('Reads that a question or a contact request followed'),
  queries: z
    .array(z.object({ query: z.string(), visits: z.int() }))
    .describe('Searches that led here most often'),
  next: z
    .array(
      z.object({
        next: z.string(),
        title: z.string().nullable().describe('Of the article that was opened next'),
        visits: z.int(),
      }),
    )
    .describe('What readers did next most often'),
});

export interface ArticleDigest
  extends Omit<ArticleRecord, 'series' | 'seriesBefore'>, Omit<Digest, keyof ArticleRecord> {}

type Digest = z.infer<typeof articleDigest>;
