import type { Limit } from '#src/server/rate-limit.ts';

const HOUR = 3600;
const DAY = 86_400;

/** Nobody has more to say at once, and each costs somebody's time. */
export const REQUESTS_PER_VISITOR: Limit = { name: 'contact-visitor', uses: 5, seconds: HOUR };

/** A school or an office behind one address. */
export const REQUESTS_PER_NETWORK: Limit = { name: 'contact-network', uses: 30, seconds: HOUR };

/** Each request sends a mail to an address that nobody has shown to be theirs. */
export const REQUESTS_PER_ADDRESS: Limit = { name: 'contact-address', uses: 5, seconds: DAY };

/** Reading a picture takes seconds of work. */
export const PICTURES_PER_VISITOR: Limit = { name: 'contact-picture', uses: 12, seconds: HOUR };

export const PICTURES_PER_NETWORK: Limit = {
  name: 'contact-picture-network',
  uses: 60,
  seconds: HOUR,
};
