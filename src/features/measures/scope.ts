import { dayOf } from '#src/server/clock.ts';

/** What a report is about. */
export interface Scope {
  /** First and last day (UTC, yyyy-mm-dd), both counted. */
  from: string;
  to: string;
  /** Language of the pages; all when it is left out. */
  locale?: string | undefined;
  /** Of articles: a handle in authors.yml. */
  owner?: string | undefined;
  /** Of articles: their shelf. */
  category?: string | undefined;
}

/** The stretches of time that reports can be about, in days up to today. */
export const PERIODS = { week: 7, month: 28, quarter: 91, year: 364 } as const;

export type Period = keyof typeof PERIODS;

export const isPeriod = (text: string): text is Period => Object.hasOwn(PERIODS, text);

const daysBefore = (day: string, days: number): string =>
  dayOf(new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000));

/** The days of a period that ends today; whole weeks, so that each has as many Sundays. */
export function daysOf(period: Period, now: Date): Pick<Scope, 'from' | 'to'> {
  const to = dayOf(now);
  return { from: daysBefore(to, PERIODS[period] - 1), to };
}

/** The same number of days just before. */
export function before(scope: Scope): Scope {
  const length = (Date.parse(scope.to) - Date.parse(scope.from)) / 86_400_000 + 1;
  return { ...scope, from: daysBefore(scope.from, length), to: daysBefore(scope.from, 1) };
}
