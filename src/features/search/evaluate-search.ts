import { z } from 'zod';
import type { MatchQuality } from '#src/features/events/event.ts';

/** Queries with the articles that answer them: 2 fully, 1 in part. */
export const judgedQueries = z.array(
  z.object({
    query: z.string().min(1),
    kind: z.string().default('all'),
    relevant: z.record(z.string(), z.union([z.literal(1), z.literal(2)])),
  }),
);

export type JudgedQuery = z.infer<typeof judgedQueries>[number];

/** Queries that nothing answers, each alone or with what else is known of it. */
export const unanswerableQueries = z
  .array(z.union([z.string().min(1), z.object({ query: z.string().min(1) })]))
  .transform((list) => list.map((one) => (typeof one === 'string' ? one : one.query)));

/** What a search did with a query. */
export interface Trial {
  kind: string;
  /** Place of the first article that answers fully, from 1; Infinity without one. */
  place: number;
  /** Normalised discounted gain of the first ten, gains 3 and 1. */
  gain: number;
  isEmpty: boolean;
  /** Whether it was told that nothing here answers. */
  isToldNothing: boolean;
}

const LISTED = 10;
const GAINS = { 1: 1, 2: 3 } as const;

const discounted = (gains: number[]) =>
  gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);

/**
 * Judges what a search found.
 * @param names the best first
 * @param quality how well it says that they answer
 */
export function judge(
  { kind, relevant }: Omit<JudgedQuery, 'query'>,
  names: string[],
  quality: MatchQuality = 'good',
): Trial {
  const first = names.slice(0, LISTED);
  const gainOf = (name: string) => GAINS[relevant[name] as 1 | 2] ?? 0;
  const ideal = Object.values(relevant)
    .map((grade) => GAINS[grade])
    .toSorted((a, b) => b - a)
    .slice(0, LISTED);
  const found = names.findIndex((name) => relevant[name] === 2);
  return {
    kind,
    place: found < 0 ? Infinity : found + 1,
    gain: ideal.length === 0 ? 0 : discounted(first.map(gainOf)) / discounted(ideal),
    isEmpty: names.length === 0,
    isToldNothing: quality === 'none',
  };
}

/** A mean with the interval in which 95 of 100 resamples of the queries have it. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

export interface Scores {
  queries: number;
  success1: Estimate;
  success3: Estimate;
  success10: Estimate;
  mrr10: Estimate;
  ndcg10: Estimate;
  zeroResults: Estimate;
}

const RESAMPLES = 2000;

const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** The percentile bootstrap: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, 13.3. */
function estimate(values: number[], random: () => number): Estimate {
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)]!)),
  ).toSorted((a, b) => a - b);
  const at = (share: number) => means[Math.min(RESAMPLES - 1, Math.floor(RESAMPLES * share))]!;
  return { value: mean(values), low: at(0.025), high: at(0.975) };
}

/** Adds up trials. @param random from 0 to 1, for the resamples */
export function score(trials: Trial[], random: () => number): Scores {
  const of = (value: (trial: Trial) => number) => estimate(trials.map(value), random);
  const within = (most: number) => of(({ place }) => Number(place <= most));
  return {
    queries: trials.length,
    success1: within(1),
    success3: within(3),
    success10: within(LISTED),
    mrr10: of(({ place }) => (place <= LISTED ? 1 / place : 0)),
    ndcg10: of(({ gain }) => gain),
    zeroResults: of(({ isEmpty }) => Number(isEmpty)),
  };
}

/** How well a search knows what it cannot answer. */
export interface Refusals {
  queries: number;
  /** The share of the unanswerable queries that were told that nothing here answers. */
  recognised: Estimate;
  /** The share of the answerable ones that were told so too. */
  falseAlarms: Estimate;
}

/**
 * Adds up what was told that nothing answers.
 * @param unanswerable what was told to each query that nothing answers
 * @param trials those that something answers
 * @param random from 0 to 1, for the resamples
 */
export function scoreRefusals(
  unanswerable: MatchQuality[],
  trials: Trial[],
  random: () => number,
): Refusals {
  const isNone = unanswerable.map((quality) => Number(quality === 'none'));
  const isTold = trials.map(({ isToldNothing }) => Number(isToldNothing));
  return {
    queries: unanswerable.length,
    recognised: estimate(isNone, random),
    falseAlarms: estimate(isTold, random),
  };
}
