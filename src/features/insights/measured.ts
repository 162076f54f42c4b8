import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { FORMS } from '#src/features/events/event.ts';
import { acceptanceTime } from '#src/features/measures/acceptance-time.store.ts';
import { answeredShare } from '#src/features/measures/answered-share.store.ts';
import { ces } from '#src/features/measures/ces.store.ts';
import { clickRank } from '#src/features/measures/click-rank.store.ts';
import { csat } from '#src/features/measures/csat.store.ts';
import { firstAnswerTime } from '#src/features/measures/first-answer-time.store.ts';
import { firstContactResolution } from '#src/features/measures/first-contact-resolution.store.ts';
import { formFunnel } from '#src/features/measures/form-funnel.store.ts';
import type { Quantile, Waiting } from '#src/features/measures/kaplan-meier.store.ts';
import type { Measure } from '#src/features/measures/measure.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import { searchMisses } from '#src/features/measures/search-misses.store.ts';
import { searchSuccess } from '#src/features/measures/search-success.store.ts';
import { selfServiceRate } from '#src/features/measures/self-service-rate.store.ts';
import { shareOf, type Share } from '#src/features/measures/share.ts';
import { sumArticleFigures } from './article-figures.store.ts';
import { sumVotes } from './votes-given.store.ts';

/** One number of the whole site. */
export interface Measured {
  measure: Measure;
  /** Which of the measure's numbers, where it has several. */
  part: string | null;
  /** One of the three: how many, how many of how many, or a time. */
  count?: number;
  share?: Share;
  time?: Pick<Waiting, 'n' | 'ended'> & { quantile: Quantile | null };
}

const timesOf = (measure: Measure, { n, ended, median, p90 }: Waiting): Measured[] => [
  { measure, part: 'median', time: { n, ended, quantile: median } },
  { measure, part: 'p90', time: { n, ended, quantile: p90 } },
];

/** Every measure of the whole site in a scope's days, each with the counts that it is made of. */
export async function measured(
  db: Kysely<Database>,
  { from, to, locale }: Scope,
  now: Date,
): Promise<Measured[]> {
  const scope = { from, to, locale };
  const [figures, votes, selfService, success, misses, rank, funnels, answered, contact] =
    await Promise.all([
      sumArticleFigures(db, scope),
      sumVotes(db, scope),
      selfServiceRate(db, scope),
      searchSuccess(db, scope),
      searchMisses(db, scope),
      clickRank(db, scope),
      Promise.all(FORMS.map(async (form) => ({ form, ...(await formFunnel(db, form, scope)) }))),
      answeredShare(db, scope, now),
      firstContactResolution(db, scope, now),
    ]);
  const [firstAnswer, acceptance, satisfied, easy] = await Promise.all([
    firstAnswerTime(db, scope, now),
    acceptanceTime(db, scope, now),
    csat(db, scope),
    ces(db, scope),
  ]);
  const share = (measure: Measure, of: Share, part: string | null = null): Measured => ({
    measure,
    part,
    share: of,
  });
  return [
    { measure: 'views', part: null, count: figures.views },
    { measure: 'reads', part: null, count: figures.reads },
    share('helpfulness', shareOf(votes.yes, votes.n)),
    share('failed-deflections', shareOf(figures.escalated, figures.reads)),
    share('self-service-rate', selfService),
    share('search-success', success),
    share('search-misses', misses.missed),
    share('click-rank', rank.firstThree),
    ...funnels.flatMap(({ form, confirmed, implied, unknown, posted }) => [
      share('form-funnel', confirmed, `${form}-confirmed`),
      share('form-funnel', implied, `${form}-implied`),
      share('form-funnel', unknown, `${form}-unknown`),
      share('form-funnel', posted, `${form}-posted`),
    ]),
    share('answered-share', answered),
    ...timesOf('first-answer-time', firstAnswer),
    ...timesOf('acceptance-time', acceptance),
    share('first-contact-resolution', contact),
    share('csat', satisfied.good),
    share('ces', easy.good),
    share('freshness', shareOf(figures.freshReads, figures.datedReads)),
  ];
}
