import type { Share } from '#src/features/measures/share.ts';
import type { ArticleDigest } from './article-digest.ts';
import type { Change } from './article-records.ts';
import {
  LEAST_VOTES,
  type Helpfulness,
  type Interval,
  type Votes,
} from '#src/features/measures/helpfulness.ts';

const percent = (share: number) => String(Math.round(share * 100));
/** `+30`, `−5`, `0`: a difference of shares in points. */
export const signed = (share: number) => {
  const points = Math.round(share * 100);
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0';
};
const range = ({ low, high }: Interval, show: (share: number) => string) =>
  `${show(low)} to ${show(high)}`;

/** `en/using/search`: short, and tells the languages apart. */
export function nameOf({ locale, category, slug }: ArticleDigest): string {
  return `${locale}/${category}/${slug}`;
}

/** `75 % (55 to 88)`, or `4 of 6` where there are too few votes for a share. */
export function describeHelpfulness(votes: Votes, share: Helpfulness | null): string {
  if (votes.n === 0) return 'no votes yet';
  return share
    ? `${percent(share.share)} % (${range(share, percent)})`
    : `${votes.yes} of ${votes.n}`;
}

/** `better, +30 points (+9 to +48), before 18 of 40`. */
export function describeChange(change: Change | null): string {
  if (!change) return '';
  const { verdict, difference, before } = change;
  const points = difference
    ? `, ${signed(difference.points)} points (${range(difference, signed)})`
    : '';
  return `${verdict}${points}, before ${before.yes} of ${before.n}`;
}

/** `outdated 3, did not work 1`. */
export function describeReasons(reasons: Record<string, number>): string {
  return Object.entries(reasons)
    .map(([reason, count]) => `${reason.replaceAll('-', ' ')} ${count}`)
    .join(', ');
}

/** `2026-11-18, no, outdated, #step-3`. */
export function describeOccasion({
  at,
  answer,
  reason,
  section,
}: ArticleDigest['comments'][number]): string {
  return [
    at.toISOString().slice(0, 10),
    answer,
    reason?.replaceAll('-', ' '),
    section && `#${section}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** `75 % (55 to 88)`, or nothing below ten. */
const percentOf = ({ share }: Share): string =>
  share ? `, ${percent(share.value)} % (${range(share, percent)})` : '';

const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** `180 views, 120 reads; a question or request followed 4 of them, 3 % (1 to 8)`. */
export function describeReaders({ views, reads, failed }: ArticleDigest): string {
  if (views === 0) return '';
  const followed =
    failed.count > 0
      ? `; a question or request followed ${failed.count} of the reads${percentOf(failed)}`
      : '';
  return `${counted(views, 'view')}, ${counted(reads, 'read')}${followed}`;
}

/** What readers of an article did next, as counted in `article_next_days`. */
const STEPS: Record<string, string> = {
  article: 'another article',
  search: 'searched',
  channel: 'turned to the phone, the status page or the like',
  ask: 'opened the form to ask',
  contact: 'opened the contact form',
  left: 'left',
};

/** `searched 12, Export 5`. */
export function describeNext({ next }: Pick<ArticleDigest, 'next'>): string {
  return next
    .map(({ next: step, title, visits }) => `${title ?? STEPS[step] ?? step} ${visits}`)
    .join(', ');
}

/** How the figures are to be read, for people who see them for the first time. */
export const LEGEND =
  `n: readers who answered "Did this answer your question?"; below ${LEAST_VOTES} of them only counts are shown. ` +
  'In brackets the 95 % interval. Change: against the text before the last edit that changed 5 % of the words or more.';
