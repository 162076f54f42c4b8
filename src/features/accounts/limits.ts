import type { Limit } from '#src/server/rate-limit.ts';

const TEN_MINUTES = 600;
const HOUR = 3600;

/** Guessing one member's password must take centuries; they can still come in by a mailed link. */
export const SIGN_INS_PER_MEMBER: Limit = {
  name: 'sign-in-member',
  uses: 10,
  seconds: TEN_MINUTES,
};

/** Whoever guesses codes has the password already; a code is one of a million, for a minute and a half. */
export const CODES_PER_MEMBER: Limit = { name: 'code-member', uses: 8, seconds: TEN_MINUTES };
export const CODES_PER_MEMBER_A_DAY: Limit = {
  name: 'code-member-day',
  uses: 40,
  seconds: 24 * HOUR,
};

/** An office signs in from one address every morning. */
export const SIGN_INS_PER_NETWORK: Limit = {
  name: 'sign-in-network',
  uses: 60,
  seconds: TEN_MINUTES,
};

/** A class that signs up together. */
export const SIGN_UPS_PER_NETWORK: Limit = { name: 'sign-up-network', uses: 20, seconds: HOUR };

/** Asking for mails, from one address, to whomever. */
export const MAILS_PER_NETWORK: Limit = { name: 'account-mail-network', uses: 30, seconds: HOUR };

/** Nobody's mailbox is filled from here. */
export const MAILS_PER_RECIPIENT: Limit = { name: 'account-mail-to', uses: 5, seconds: HOUR };

/** No token can be guessed; whoever tries is kept from costing much. */
export const WRONG_TOKENS_PER_NETWORK: Limit = {
  name: 'wrong-token-network',
  uses: 30,
  seconds: TEN_MINUTES,
};

/** An archive reads all that a member has written. */
export const ARCHIVES_PER_DAY: Limit = { name: 'archive-day', uses: 10, seconds: 24 * HOUR };
