import { z } from 'zod';
import { FORMS, QUALITIES } from './event.ts';
import { LONGEST_QUERY } from './query-text.ts';

/** Bytes; longer ones are not ours. */
export const LONGEST_BEACON = 16_000;
/** Events in one beacon; a page that has more to tell sends several. */
const MOST_EVENTS = 20;
/** Seconds that an article can be read: one day. */
const LONGEST_VIEW = 86_400;

const form = z.enum(FORMS);
const query = z.string().trim().min(1).max(LONGEST_QUERY);
const rank = z.int().min(1).max(5000);

/** What a list leads to: an article by its path, or a question. */
const target = {
  article: z.string().min(1).max(500).optional(),
  question: z.int().min(1).max(2_147_483_647).optional(),
};
const hasTarget = ({ article, question }: { article?: unknown; question?: unknown }) =>
  (article === undefined) !== (question === undefined);
const suggestion = { form, ...target, rank: rank.max(20).optional() };

/** What a browser can know of what happened on its page; all else only the server tells. */
export const told = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('article-viewed'),
    article: z.string().min(1).max(500),
    seconds: z.int().min(0).max(LONGEST_VIEW),
  }),
  z
    .object({
      kind: z.literal('searched'),
      query,
      quality: z.enum(QUALITIES),
      results: z.int().min(0).max(100_000),
      from: z.enum(['box', 'page']),
    })
    // Where nothing answers, the nearest are shown all the same.
    .refine(({ quality, results }) => quality === 'none' || results > 0),
  z.object({ kind: z.literal('result-clicked'), query, rank, ...target }).refine(hasTarget),
  z.object({ kind: z.literal('form-started'), form }),
  z.object({ kind: z.literal('suggestion-shown'), ...suggestion }).refine(hasTarget),
  z.object({ kind: z.literal('suggestion-opened'), ...suggestion }).refine(hasTarget),
  z.object({ kind: z.literal('form-abandoned'), form }),
  z.object({ kind: z.literal('contact-clicked'), channel: z.string().min(1).max(200) }),
]);

export type Told = z.infer<typeof told>;

/** Seconds between an event and the beacon that tells of it. */
export const toldLate = z.object({ ago: z.int().min(0).max(LONGEST_VIEW) });

/** What a browser sends when its page is hidden. */
export const beacon = z.object({
  locale: z.string().min(1).max(35),
  /** Chosen by chance when the page was opened: 52 bits. */
  page: z
    .int()
    .min(0)
    .max(2 ** 52 - 1),
  /** When that was, by the browser's clock, in milliseconds since 1970. */
  opened: z.int().min(0),
  /** Of the article that the page shows. */
  revision: z.string().max(64).optional(),
  events: z.array(z.unknown()).min(1).max(MOST_EVENTS),
});

export type Beacon = z.infer<typeof beacon>;
