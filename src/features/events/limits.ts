import type { Limit } from '#src/server/rate-limit.ts';

/** Beacons, each with what happened since the one before: somebody who opens tab after tab. */
export const BEACONS_PER_VISITOR: Limit = { name: 'beacon-visitor', uses: 60, seconds: 600 };

/** A school or an office behind one address. */
export const BEACONS_PER_NETWORK: Limit = { name: 'beacon-network', uses: 600, seconds: 600 };
