import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Delivery, DeliveryProblem } from './webhook-endpoint.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** What is told. */
export interface Message {
  event: string;
  /** Names it among all. */
  messageId: string;
  /** JSON. */
  data: string;
}

/**
 * Adds a delivery for each endpoint that is on and wants to hear of the event; of one message each
 * hears once.
 * @returns their ids
 */
export async function insertDeliveries(db: Db, message: Message, now: Date): Promise<number[]> {
  const { event, messageId, data } = message;
  const { rows } = await sql<{ id: number }>`
    INSERT INTO webhook_deliveries (endpoint_id, event, message_id, data, created_at)
    SELECT id, ${event}, ${messageId}, ${data}, ${now}
    FROM webhook_endpoints WHERE is_on AND ${event} = ANY (events) ORDER BY id
    ON CONFLICT DO NOTHING RETURNING id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Adds a delivery for one endpoint, whatever it wants to hear of. */
export async function insertDelivery(
  db: Db,
  endpointId: number,
  { event, messageId, data }: Message,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO webhook_deliveries (endpoint_id, event, message_id, data, created_at)
    VALUES (${endpointId}, ${event}, ${messageId}, ${data}, ${now}) RETURNING id`.execute(db);
  return rows[0]!.id;
}

/** A delivery as it is to be sent. */
export interface Claimed extends Message {
  endpointId: number;
  url: string;
  sealedSecret: string;
  createdAt: Date;
}

/**
 * Takes a delivery to send it. Of those to an endpoint that fails, one at a time is taken, so that
 * a silent one holds up one worker at most.
 * @param until when the next may be taken, should this process die
 * @returns undefined when it has arrived, is gone, its endpoint is off, or another one knocks there
 */
export async function claimDelivery(
  db: Db,
  id: number,
  now: Date,
  until: Date,
): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`
    UPDATE webhook_endpoints SET busy_until = ${until}
    FROM webhook_deliveries AS delivery
    WHERE delivery.id = ${id} AND webhook_endpoints.id = endpoint_id AND delivered_at IS NULL
      AND is_on AND (failing_since IS NULL OR busy_until IS NULL OR busy_until < ${now})
    RETURNING endpoint_id AS "endpointId", url, sealed_secret AS "sealedSecret", event,
      message_id AS "messageId", data, delivery.created_at AS "createdAt"`.execute(db);
  return rows[0];
}

/** Whether a delivery has not arrived and its endpoint is on. */
export async function isWaiting(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM webhook_deliveries AS delivery
    JOIN webhook_endpoints ON webhook_endpoints.id = endpoint_id
    WHERE delivery.id = ${id} AND delivered_at IS NULL AND is_on`.execute(db);
  return rows.length > 0;
}

/** Sets down how an attempt went. @param failure absent when it arrived */
export async function noteAttempt(
  db: Db,
  id: number,
  now: Date,
  failure?: { problem: DeliveryProblem; status: number | undefined },
): Promise<void> {
  await sql`
    UPDATE webhook_deliveries
    SET attempts = attempts + 1, tried_at = ${now},
      delivered_at = ${failure ? null : now}::timestamptz,
      problem = ${failure?.problem ?? null}::text, status = ${failure?.status ?? null}::integer
    WHERE id = ${id}`.execute(db);
}

/** An endpoint's deliveries, the newest first. */
export async function findDeliveries(
  db: Db,
  endpointId: number,
  limit: number,
): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    SELECT id, event, created_at AS "createdAt", attempts, tried_at AS "triedAt",
      delivered_at AS "deliveredAt", problem, status
    FROM webhook_deliveries WHERE endpoint_id = ${endpointId}
    ORDER BY id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** Makes a delivery one that has not arrived. @returns its endpoint; undefined when that is off */
export async function reopenDelivery(db: Db, id: number): Promise<number | undefined> {
  const { rows } = await sql<{ endpointId: number }>`
    UPDATE webhook_deliveries SET delivered_at = NULL
    FROM webhook_endpoints
    WHERE webhook_deliveries.id = ${id} AND webhook_endpoints.id = endpoint_id AND is_on
    RETURNING endpoint_id AS "endpointId"`.execute(db);
  return rows[0]?.endpointId;
}

/** Deletes what is older than an endpoint's newest deliveries, and is not tried any more. */
export async function deleteOldDeliveries(db: Db, kept: number, before: Date): Promise<void> {
  await sql`
    DELETE FROM webhook_deliveries WHERE id IN (
      SELECT id FROM (
        SELECT id, delivered_at, created_at,
          row_number() OVER (PARTITION BY endpoint_id ORDER BY id DESC) AS place
        FROM webhook_deliveries
      ) AS placed
      WHERE place > ${kept} AND (delivered_at IS NOT NULL OR created_at < ${before})
    )`.execute(db);
}
