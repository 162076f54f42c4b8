import { LEAST_VOTES } from '#src/features/measures/helpfulness.ts';
import { shareOf, type Share } from '#src/features/measures/share.ts';
import type { VoteWeek } from './article-report.store.ts';

/** Votes on one text, of as many weeks as it takes to have ten. */
export interface VoteSpan {
  seriesId: number;
  /** First and last day, yyyy-mm-dd; whole weeks. */
  from: string;
  to: string;
  helpful: Share;
}

const DAY = 86_400_000;
const sundayAfter = (monday: string) =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + 6 * DAY).toISOString().slice(0, 10);

/**
 * Weekly votes, with weeks of fewer than ten put together with the following ones on the same text,
 * or with those before where none follow: below ten there is no share that could be drawn.
 * @param weeks in their order, of each text
 */
export function voteSpans(weeks: VoteWeek[]): VoteSpan[] {
  return [...Map.groupBy(weeks, ({ seriesId }) => seriesId).values()].flatMap((own) => {
    const spans: { weeks: VoteWeek[]; n: number }[] = [];
    for (const week of own) {
      const last = spans.at(-1);
      if (last && last.n < LEAST_VOTES) {
        last.weeks.push(week);
        last.n += week.n;
      } else spans.push({ weeks: [week], n: week.n });
    }
    const [last, previous] = [spans.at(-1), spans.at(-2)];
    if (last && previous && last.n < LEAST_VOTES) {
      previous.weeks.push(...last.weeks);
      spans.pop();
    }
    return spans.map(({ weeks: all }) => ({
      seriesId: all[0]!.seriesId,
      from: all[0]!.week,
      to: sundayAfter(all.at(-1)!.week),
      helpful: shareOf(
        all.reduce((sum, { yes }) => sum + yes, 0),
        all.reduce((sum, { n }) => sum + n, 0),
      ),
    }));
  });
}
