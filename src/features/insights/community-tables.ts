import { z } from 'zod';
import { acceptanceTime, acceptanceWaits } from '#src/features/measures/acceptance-time.store.ts';
import {
  firstAnswerTime,
  firstAnswerWaits,
} from '#src/features/measures/first-answer-time.store.ts';
import { formFunnel } from '#src/features/measures/form-funnel.store.ts';
import { waitingCurve, type Waiting } from '#src/features/measures/kaplan-meier.store.ts';
import { selfServiceWeeks } from '#src/features/measures/self-service-rate.store.ts';
import { shareOf } from '#src/features/measures/share.ts';
import { listChannelClicks } from './channel-clicks.store.ts';
import {
  listAnswerers,
  listCategoryHealth,
  listCommunityWeeks,
  listUnanswered,
} from './community-health.store.ts';
import { insightTable, SHARE_FIELDS } from './insight-table.ts';
import { shareFields } from './share-fields.ts';

const MOST = 10_000;
const week = z.iso.date().describe('Monday');
const seconds = z.number().nullable();
const waits = z.enum(['first-answer-time', 'acceptance-time']);

const quantiles = (measure: z.infer<typeof waits>, { n, ended, median, p90 }: Waiting) => ({
  measure,
  n,
  ended,
  median: median?.seconds ?? null,
  medianLow: median?.low ?? null,
  medianHigh: median?.high ?? null,
  p90: p90?.seconds ?? null,
  p90Low: p90?.low ?? null,
  p90High: p90?.high ?? null,
});

/** How long questions wait: medians and 90th percentiles. */
export const waitingTimesTable = insightTable({
  describes: 'Times to the first and to the accepted answer (Kaplan-Meier), in seconds',
  row: z.object({
    measure: waits,
    n: z.int().describe('Questions asked in the period'),
    ended: z.int().describe('Of them, those that wait no more'),
    median: seconds.describe('Null below ten questions, and while more than half wait'),
    medianLow: seconds,
    medianHigh: seconds,
    p90: seconds,
    p90Low: seconds,
    p90High: seconds,
  }),
  read: async (db, scope, now) => [
    quantiles('first-answer-time', await firstAnswerTime(db, scope, now)),
    quantiles('acceptance-time', await acceptanceTime(db, scope, now)),
  ],
});

/** The curves behind them, as the page draws them. */
export const waitingCurvesTable = insightTable({
  describes: 'Share of questions still waiting after so many seconds, at most 200 steps each',
  row: z.object({ measure: waits, seconds: z.number(), share: z.number() }),
  async read(db, scope, now) {
    const [first, accepted] = await Promise.all([
      waitingCurve(db, firstAnswerWaits(scope, now)),
      waitingCurve(db, acceptanceWaits(scope, now)),
    ]);
    return [
      ...first.map((point) => ({ measure: 'first-answer-time' as const, ...point })),
      ...accepted.map((point) => ({ measure: 'acceptance-time' as const, ...point })),
    ];
  },
});

export const communityWeeksTable = insightTable({
  describes: 'Questions, and answers by somebody else than the asker, by week',
  row: z.object({ week, questions: z.int(), answers: z.int() }),
  read: listCommunityWeeks,
});

export const unansweredTable = insightTable({
  describes: 'Questions without any answer, the oldest first, whenever they were asked',
  row: z.object({
    id: z.int(),
    title: z.string(),
    locale: z.string(),
    category: z.string(),
    createdAt: z.iso.datetime(),
    people: z.int().describe('Members who have it: the asker, and those who said so'),
  }),
  async read(db, scope) {
    const { rows } = await listUnanswered(db, scope, MOST);
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  },
});

export const answerersTable = insightTable({
  describes: 'Members who answered others, by their public names',
  row: z.object({
    handle: z.string(),
    name: z.string(),
    answers: z.int(),
    accepted: z.int().describe('Of them, those that are accepted'),
  }),
  async read(db, scope) {
    const rows = await listAnswerers(db, scope, MOST);
    return rows.map(({ avatar: _, ...row }) => row);
  },
});

export const communityCategoriesTable = insightTable({
  describes: 'Answered share of the questions of each category',
  row: z.object({
    category: z.string(),
    ...SHARE_FIELDS,
    resolved: z.int().describe('Of those answered, by the first answer'),
  }),
  async read(db, scope, now) {
    const rows = await listCategoryHealth(db, scope, now);
    return rows.map(({ category, asked, answered, resolved }) => ({
      category,
      ...shareFields(shareOf(answered, asked)),
      resolved,
    }));
  },
});

export const formFunnelsTable = insightTable({
  describes: 'How the visits ended that opened a form; the ends are never added up',
  row: z.object({
    form: z.enum(['ask', 'contact']),
    step: z.enum(['suggested', 'suggestionOpened', 'confirmed', 'implied', 'unknown', 'posted']),
    ...SHARE_FIELDS,
  }),
  async read(db, scope) {
    const forms = ['ask', 'contact'] as const;
    const funnels = await Promise.all(forms.map((form) => formFunnel(db, form, scope)));
    return funnels.flatMap(({ opened: _, ...steps }, at) =>
      Object.entries(steps).map(([step, share]) => ({
        form: forms[at]!,
        step: step as keyof typeof steps,
        ...shareFields(share),
      })),
    );
  },
});

export const channelClicksTable = insightTable({
  describes: 'Visits that turned to another way of reaching people than a form',
  row: z.object({
    channel: z.string().describe('Its label in site.yml, or the address of the status page'),
    visits: z.int(),
  }),
  read: listChannelClicks,
});

export const selfServiceWeeksTable = insightTable({
  describes: 'Self-service rate by week',
  row: z.object({ week, ...SHARE_FIELDS }),
  async read(db, scope) {
    const rows = await selfServiceWeeks(db, scope);
    return rows.map((row) => ({ week: row.week, ...shareFields(row.rate) }));
  },
});
