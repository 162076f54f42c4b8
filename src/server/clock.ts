/** Tells the time; passed in wherever a result depends on it, so that tests can stand still. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The UTC calendar day of a moment, as yyyy-mm-dd. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The UTC calendar day before `day` (yyyy-mm-dd). */
export function dayBefore(day: string): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000));
}

/** The UTC calendar day after `day` (yyyy-mm-dd). */
export function dayAfter(day: string): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000));
}
