import type { Kysely, Selectable } from 'kysely';
import type { ContactDeliveriesTable, Database } from '#db/schema.ts';
import type { DeskWay } from './help-desk.ts';

export type DeliveryRow = Selectable<ContactDeliveriesTable>;

/** Adds what a request is to be handed over by. @returns their ids */
export async function insertDeliveries(
  db: Kysely<Database>,
  requestId: number,
  ways: DeskWay[],
  now: Date,
): Promise<number[]> {
  if (ways.length === 0) return [];
  const rows = await db
    .insertInto('contact_deliveries')
    .values(ways.map((way) => ({ request_id: requestId, way, created_at: now })))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export function findDelivery(db: Kysely<Database>, id: number): Promise<DeliveryRow | undefined> {
  return db.selectFrom('contact_deliveries').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listDeliveriesOf(db: Kysely<Database>, requestId: number): Promise<DeliveryRow[]> {
  return db
    .selectFrom('contact_deliveries')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('way')
    .execute();
}

/** Notes that an attempt begins. */
export async function noteAttempt(db: Kysely<Database>, id: number, now: Date): Promise<void> {
  await db
    .updateTable('contact_deliveries')
    .set((row) => ({ attempts: row('attempts', '+', 1), attempted_at: now, error: null }))
    .where('id', '=', id)
    .execute();
}

/** Notes how an attempt ended. */
export async function noteOutcome(
  db: Kysely<Database>,
  id: number,
  outcome: { delivered_at: Date } | { error: string },
): Promise<void> {
  await db.updateTable('contact_deliveries').set(outcome).where('id', '=', id).execute();
}

/** Makes a delivery as it was before it arrived. */
export async function resetDelivery(db: Kysely<Database>, id: number): Promise<void> {
  await db
    .updateTable('contact_deliveries')
    .set({ delivered_at: null, error: null })
    .where('id', '=', id)
    .execute();
}
