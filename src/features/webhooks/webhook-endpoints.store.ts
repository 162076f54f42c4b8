import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Endpoint } from './webhook-endpoint.ts';
import type { WebhookEvent } from './webhook-event.ts';

type Db = Kysely<Database> | Transaction<Database>;

const ENDPOINT = sql`id, url, description, events, is_on AS "isOn", off_for AS "offFor",
  failing_since AS "failingSince"`;

export async function findEndpoints(db: Db): Promise<Endpoint[]> {
  const { rows } = await sql<Endpoint>`
    SELECT ${ENDPOINT} FROM webhook_endpoints ORDER BY id`.execute(db);
  return rows;
}

export async function findEndpoint(db: Db, id: number): Promise<Endpoint | undefined> {
  const { rows } = await sql<Endpoint>`
    SELECT ${ENDPOINT} FROM webhook_endpoints WHERE id = ${id}`.execute(db);
  return rows[0];
}

/** What an admin writes of an endpoint. */
export interface EndpointFields {
  url: string;
  description: string;
  events: WebhookEvent[];
}

/** @returns undefined when there are so many already */
export async function insertEndpoint(
  trx: Transaction<Database>,
  { url, description, events }: EndpointFields,
  sealedSecret: string,
  most: number,
  now: Date,
): Promise<number | undefined> {
  await sql`LOCK TABLE webhook_endpoints IN SHARE ROW EXCLUSIVE MODE`.execute(trx);
  const { rows } = await sql<{ id: number }>`
    INSERT INTO webhook_endpoints (url, description, events, sealed_secret, created_at)
    SELECT ${url}, ${description}, ${events}::text[], ${sealedSecret}, ${now}
    WHERE (SELECT count(*) FROM webhook_endpoints) < ${most}
    RETURNING id`.execute(trx);
  return rows[0]?.id;
}

const isOne = ({ numAffectedRows }: { numAffectedRows?: bigint }) => numAffectedRows === 1n;

/** @returns false when there is none */
export async function updateEndpoint(
  db: Db,
  id: number,
  { url, description, events }: EndpointFields,
): Promise<boolean> {
  return isOne(
    await sql`
      UPDATE webhook_endpoints
      SET url = ${url}, description = ${description}, events = ${events}::text[]
      WHERE id = ${id}`.execute(db),
  );
}

/**
 * Switches an endpoint on or off; what is on begins anew.
 * @returns false when there is none, or it was so already
 */
export async function switchEndpoint(
  db: Db,
  id: number,
  isOn: boolean,
  offFor: Endpoint['offFor'] = null,
): Promise<boolean> {
  return isOne(
    await sql`
      UPDATE webhook_endpoints
      SET is_on = ${isOn}, off_for = ${offFor}, failing_since = NULL, busy_until = NULL
      WHERE id = ${id} AND is_on <> ${isOn}`.execute(db),
  );
}

/** @returns false when there is none */
export async function updateSecret(db: Db, id: number, sealedSecret: string): Promise<boolean> {
  return isOne(
    await sql`
      UPDATE webhook_endpoints SET sealed_secret = ${sealedSecret} WHERE id = ${id}`.execute(db),
  );
}

export async function deleteEndpoint(db: Db, id: number): Promise<void> {
  await sql`DELETE FROM webhook_endpoints WHERE id = ${id}`.execute(db);
}

/** Notes that something arrived. */
export async function noteArrival(db: Db, id: number): Promise<void> {
  await sql`
    UPDATE webhook_endpoints SET failing_since = NULL, busy_until = NULL
    WHERE id = ${id} AND (failing_since IS NOT NULL OR busy_until IS NOT NULL)`.execute(db);
}

/** Notes that something did not arrive. @returns since when nothing has */
export async function noteFailure(db: Db, id: number, now: Date): Promise<Date> {
  const { rows } = await sql<{ since: Date }>`
    UPDATE webhook_endpoints
    SET failing_since = coalesce(failing_since, ${now}), busy_until = NULL
    WHERE id = ${id} RETURNING failing_since AS since`.execute(db);
  return rows[0]?.since ?? now;
}
