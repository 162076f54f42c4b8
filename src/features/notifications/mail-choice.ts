/** Why a member is told of something; for each they choose how often it comes by mail. */
export const REASONS = ['own', 'mention', 'acceptance', 'followed', 'shelf', 'moderation'] as const;

export type Reason = (typeof REASONS)[number];

export const PACES = ['now', 'daily', 'weekly', 'never'] as const;

export type Pace = (typeof PACES)[number];

/** How often mail comes for each reason. */
export type MailChoices = Record<Reason, Pace>;

/** What is about a member and their texts comes at once; all else in one mail a week. */
export const DEFAULT_CHOICES: MailChoices = {
  own: 'now',
  mention: 'now',
  acceptance: 'now',
  followed: 'weekly',
  shelf: 'weekly',
  moderation: 'now',
};

/** Milliseconds in which a notification may be read, and others join it, before it is mailed. */
const WAIT = 5 * 60_000;

/** The hour, in UTC, and the day of the week (Monday) of mails that gather what happened. */
const HOUR = 7;
const WEEKDAY = 1;
const DAY = 86_400_000;

function nextMorning(now: Date): Date {
  const morning = new Date(now);
  morning.setUTCHours(HOUR, 0, 0, 0);
  return morning > now ? morning : new Date(morning.getTime() + DAY);
}

/** When mail is to tell of what happens now; null for never. */
export function mailAt(pace: Pace, now: Date): Date | null {
  if (pace === 'never') return null;
  if (pace === 'now') return new Date(now.getTime() + WAIT);
  const morning = nextMorning(now);
  const days = pace === 'daily' ? 0 : (WEEKDAY - morning.getUTCDay() + 7) % 7;
  return new Date(morning.getTime() + days * DAY);
}

/** Milliseconds of absence after which no mails come that gather what happened. */
export const LONGEST_ABSENCE = 180 * DAY;
