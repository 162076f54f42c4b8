import { z } from 'zod';
import { SECONDS_CLASSES } from '#src/features/events/reading-time.ts';
import { shareOf } from '#src/features/measures/share.ts';
import { articleReport } from './article-report.ts';
import {
  countReadingTime,
  listArticleWeeks,
  listEscalations,
  listNextSteps,
  listQueriesTo,
  listSectionReasons,
  listSeries,
  listVoteWeeks,
} from './article-report.store.ts';
import { articleCommentsTable } from './comments-table.ts';
import { insightTable, SHARE_FIELDS, type TableScope } from './insight-table.ts';
import { shareFields } from './share-fields.ts';

/** More than any page shows. */
const MOST = 10_000;

/** The article of a scope that has been checked to have one. */
const of = ({ articleId }: TableScope): number => articleId!;
const series = z.int().describe('Which of the article’s texts, by its number');

const weeks = insightTable({
  describes: 'Visits to an article by week',
  ofArticle: true,
  row: z.object({
    week: z.iso.date().describe('Its Monday'),
    views: z.int(),
    reads: z.int(),
    escalated: z.int().describe('Reads that a question or a request followed within 24 hours'),
  }),
  read: (db, scope) => listArticleWeeks(db, of(scope), scope),
});

const votes = insightTable({
  describes: 'Votes on an article by week and text',
  ofArticle: true,
  row: z.object({ week: z.iso.date().describe('Its Monday'), series, ...SHARE_FIELDS }),
  async read(db, scope) {
    const rows = await listVoteWeeks(db, of(scope), scope);
    return rows.map(({ week, seriesId, n, yes }) => ({
      week,
      series: seriesId,
      ...shareFields(shareOf(yes, n)),
    }));
  },
});

const edits = insightTable({
  describes: 'The texts of an article, each judged against the one before',
  ofArticle: true,
  row: z.object({
    series,
    at: z.iso.datetime().describe('When it came'),
    isPresent: z.boolean(),
    ...SHARE_FIELDS,
    verdict: z.enum(['better', 'worse', 'no evidence yet']).nullable(),
    points: z.number().nullable().describe('Difference of the shares; null below ten votes'),
    pointsLow: z.number().nullable().describe('Lower end of its 95 % interval (Newcombe)'),
    pointsHigh: z.number().nullable().describe('Upper end of its 95 % interval'),
  }),
  async read(db, scope) {
    const report = await articleReport(db, of(scope), scope);
    return report.edits.map(({ seriesId, at, isPresent, helpful, verdict, difference }) => ({
      series: seriesId,
      at: at.toISOString(),
      isPresent,
      ...shareFields(helpful),
      verdict,
      points: difference?.points ?? null,
      pointsLow: difference?.low ?? null,
      pointsHigh: difference?.high ?? null,
    }));
  },
});

const reasons = insightTable({
  describes: 'Reasons that readers chose on the present text of an article, by section',
  ofArticle: true,
  row: z.object({
    section: z.string().nullable().describe('Anchor; null for the whole article'),
    answer: z.enum(['yes', 'no']),
    reason: z.string().nullable(),
    count: z.int(),
  }),
  async read(db, scope) {
    const all = await listSeries(db, of(scope), scope);
    const present = all.find(({ endedAt }) => endedAt === null);
    return present ? listSectionReasons(db, present.id, scope) : [];
  },
});

const searches = insightTable({
  describes: 'Searches that led to an article',
  ofArticle: true,
  row: z.object({ query: z.string(), locale: z.string(), visits: z.int() }),
  read: (db, scope) => listQueriesTo(db, of(scope), scope, MOST),
});

const nextSteps = insightTable({
  describes: 'What readers of an article did next in the same visit',
  ofArticle: true,
  row: z.object({
    next: z.string().describe('article, search, channel, ask, contact, or left'),
    address: z.string().nullable().describe('Of the next article: locale/category/slug'),
    title: z.string().nullable(),
    visits: z.int(),
  }),
  async read(db, scope) {
    const steps = await listNextSteps(db, of(scope), scope);
    return steps.map(({ next, address, title, visits }) => ({ next, address, title, visits }));
  },
});

const escalations = insightTable({
  describes: 'Questions and requests within 24 hours after an article was read',
  ofArticle: true,
  row: z.object({
    at: z.iso.datetime(),
    form: z.string().describe('ask or contact'),
    questionId: z.int().nullable(),
    title: z.string().nullable().describe('Of the question'),
  }),
  async read(db, scope) {
    const found = await listEscalations(db, of(scope), scope, MOST);
    // Requests to the team are for moderators, and tables for all who read insights.
    return found.map(({ at, form, questionId, title }) => ({
      at: at.toISOString(),
      form,
      questionId,
      title,
    }));
  },
});

const readingTime = insightTable({
  describes: 'Views of an article by the time for which it was visible',
  ofArticle: true,
  row: z.object({
    from: z.int().describe('Seconds'),
    to: z.int().nullable().describe('Seconds, not reached; null for the last class'),
    views: z.int(),
  }),
  async read(db, scope) {
    const classes = await countReadingTime(db, of(scope), scope);
    return classes.map((views, at) => ({
      from: SECONDS_CLASSES[at]!,
      to: SECONDS_CLASSES[at + 1] ?? null,
      views,
    }));
  },
});

/** Tables about one article, by their names in addresses. */
export const ARTICLE_TABLES = {
  'article-weeks': weeks,
  'article-votes': votes,
  'article-edits': edits,
  'article-reasons': reasons,
  'article-comments': articleCommentsTable,
  'article-searches': searches,
  'article-next-steps': nextSteps,
  'article-escalations': escalations,
  'article-reading-time': readingTime,
} as const;
