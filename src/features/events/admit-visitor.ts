import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import type { Visitor } from '#src/server/visitor.ts';
import type { Witnessed } from './event.ts';
import { BEACONS_PER_NETWORK, BEACONS_PER_VISITOR, NEW_VISITORS_PER_NETWORK } from './limits.ts';
import { recogniseVisitor } from './recognise-visitor.ts';

/**
 * Counts something that anybody can have recorded, so that nobody fills the table: neither one
 * visitor nor one network that gives itself out for many.
 * @throws TooMany
 */
export async function admitVisitor(
  db: Kysely<Database>,
  by: Witnessed,
  { network }: Pick<Visitor, 'network'>,
  now: Date,
): Promise<void> {
  const recognised = await recogniseVisitor(db, by, now);
  const { isNew } = recognised;
  // Several beacons of a page come at once, and are of one new visitor.
  recognised.isNew = false;
  try {
    // First the network: once it is at its end, invented visitors leave no row behind.
    const ofNetwork = isNew
      ? [BEACONS_PER_NETWORK, NEW_VISITORS_PER_NETWORK]
      : [BEACONS_PER_NETWORK];
    await useLimits(
      db,
      ofNetwork.map((limit) => [limit, network]),
    );
    await useLimits(db, [[BEACONS_PER_VISITOR, by.visitor]]);
  } catch (error) {
    recognised.isNew = isNew;
    throw error;
  }
}
