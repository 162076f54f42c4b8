import type { Limit } from '#src/server/rate-limit.ts';

/** A program that asks for its people as they type, or one that tries out all searches of a day. */
export const API_SEARCHES: Limit = {
  name: 'api-search',
  uses: 600,
  seconds: 600,
  atOnce: 10,
};
