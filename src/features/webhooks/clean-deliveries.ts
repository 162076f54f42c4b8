import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { KEPT_DELIVERIES } from './webhook-endpoint.ts';
import { deleteOldDeliveries } from './webhook-deliveries.store.ts';

/** The job that forgets what was told long ago. */
export const CLEAN_DELIVERIES_TASK = 'clean-webhook-deliveries';

/** Longer than the queue tries. */
const TRIED_DAYS = 7;

/** Forgets all but an endpoint's latest deliveries, and those that are still tried. */
export async function cleanDeliveries(db: Kysely<Database>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - TRIED_DAYS * 86_400_000);
  await deleteOldDeliveries(db, KEPT_DELIVERIES, before);
}
