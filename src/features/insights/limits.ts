import type { Limit } from '#src/server/rate-limit.ts';

/** A report every minute, with all of its pages, and somebody who tries things out meanwhile. */
export const API_READS_PER_TOKEN: Limit = {
  name: 'api-token',
  uses: 600,
  seconds: 600,
  atOnce: 10,
};
