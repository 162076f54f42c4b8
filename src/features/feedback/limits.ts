import type { Limit } from '#src/server/rate-limit.ts';

const TEN_MINUTES = 600;
const HOUR = 3600;

/**
 * Somebody who clears up a whole category reads and votes on an article every twenty seconds; and
 * an office with one kind of browser behind one address is one visitor to us.
 */
export const VOTES_PER_VISITOR: Limit = { name: 'vote-visitor', uses: 30, seconds: TEN_MINUTES };

/** A school or a mobile network shares an address among hundreds; few of them vote at once. */
export const VOTES_PER_ADDRESS: Limit = { name: 'vote-address', uses: 150, seconds: TEN_MINUTES };

/** Words cost the writer reading time, so they are rarer than clicks. */
export const COMMENTS_PER_VISITOR: Limit = { name: 'comment-visitor', uses: 10, seconds: HOUR };

export const COMMENTS_PER_ADDRESS: Limit = { name: 'comment-address', uses: 50, seconds: HOUR };

/** Who looks for several things in vain may want to hear of each. */
export const WAITS_PER_VISITOR: Limit = { name: 'wait-visitor', uses: 10, seconds: HOUR };

export const WAITS_PER_NETWORK: Limit = { name: 'wait-network', uses: 50, seconds: HOUR };

/** Nobody can have mails sent to somebody else by the dozen. */
export const WAITS_PER_EMAIL: Limit = { name: 'wait-email', uses: 20, seconds: 24 * HOUR };
