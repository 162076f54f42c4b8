import type { Limit } from '#src/server/rate-limit.ts';

/** Nobody has so much solved within an hour; a change of mind is an answer too. */
export const ANSWERS_PER_VISITOR: Limit = { name: 'survey-visitor', uses: 20, seconds: 3600 };

/** An office behind one address. */
export const ANSWERS_PER_NETWORK: Limit = { name: 'survey-network', uses: 100, seconds: 3600 };
