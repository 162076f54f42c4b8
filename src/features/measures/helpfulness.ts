/**
 * Helpfulness: of the visitors who answered "Did this answer your question?" about one series of
 * an article's text, the share who said yes.
 *
 *     helpfulness = yes / n        n = yes + no
 *
 * Each visitor counts once in a series, with the last answer; what a bot trap caught does not
 * count. The share goes with its 95 % Wilson interval: all true shares that would go well with
 * these votes. The counting is `countVotes` in vote-counts.store.ts, the definition for
 * readers the article concepts/helpfulness.
 */
export interface Votes {
  n: number;
  yes: number;
}

export interface Interval {
  low: number;
  high: number;
}

export interface Helpfulness extends Interval {
  share: number;
}

/** Below so many votes a share would pretend to know more than it does, and only counts are shown. */
export const LEAST_VOTES = 10;

/** Of a normal distribution, 95 % lies within so many standard deviations. */
const Z = 1.959964;

/** The 95 % Wilson interval of a share; with no votes at all, everything from 0 to 1. */
export function wilson({ n, yes }: Votes): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const share = yes / n;
  const weight = 1 + Z ** 2 / n;
  const centre = (share + Z ** 2 / (2 * n)) / weight;
  const half = (Z / weight) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  // The ends are exact where all votes agree; floating point would miss them by a hair.
  return {
    low: yes === 0 ? 0 : centre - half,
    high: yes === n ? 1 : centre + half,
  };
}

/** The share with its interval, or null where there are too few votes to speak of a share. */
export function helpfulness(votes: Votes): Helpfulness | null {
  if (votes.n < LEAST_VOTES) return null;
  return { share: votes.yes / votes.n, ...wilson(votes) };
}
