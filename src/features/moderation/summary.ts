/** What the public summary counts. */
export const COUNTED = [
  'flags',
  'upheld',
  'hidden',
  'deleted',
  'warned',
  'silenced',
  'suspended',
  'undone',
] as const;

export type Counted = (typeof COUNTED)[number];

/** The counts of one month in UTC. */
export interface MonthSummary {
  /** yyyy-mm */
  month: string;
  counts: Record<Counted, number>;
}

/** Months that the summary shows. */
const SUMMARY_MONTHS = 12;

/** The first moment of the oldest month that is shown. */
export function summaryStart(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - SUMMARY_MONTHS + 1, 1));
}
