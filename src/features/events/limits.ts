import type { Limit } from '#src/server/rate-limit.ts';

/** Beacons and searches, each with what happened since the one before: somebody who opens tab after tab. */
export const BEACONS_PER_VISITOR: Limit = {
  name: 'beacon-visitor',
  uses: 60,
  seconds: 600,
  atOnce: 10,
};

/** A school or an office behind one address. */
export const BEACONS_PER_NETWORK: Limit = {
  name: 'beacon-network',
  uses: 600,
  seconds: 600,
  atOnce: 20,
};

/**
 * Visitors of whom nothing was recorded in the last 24 hours. Behind one address are as many as
 * there are kinds of browser with their languages, since those are all that tells them apart: in an
 * office whose machines are kept alike a handful, in a mobile network dozens a day. Whoever invents
 * names of browsers gets no more than these; and of an office that comes in all at once with more
 * different browsers, those beyond are counted in the next hour.
 */
export const NEW_VISITORS_PER_NETWORK: Limit = { name: 'new-visitors', uses: 30, seconds: 3600 };
