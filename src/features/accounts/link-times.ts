const HOUR = 3_600_000;

/** A link that opens an account is good for an hour. */
export const LINK_HOURS = 1;

/** Whoever signs up on Friday may read their mail on Monday. */
export const SIGN_UP_HOURS = 72;

/** What is begun in one page and ended in the next: ten minutes. */
export const STEP_HOURS = 1 / 6;

export const until = (now: Date, hours: number): Date => new Date(now.getTime() + hours * HOUR);
