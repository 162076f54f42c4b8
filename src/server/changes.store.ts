import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/schema.ts';
import type { createClient } from './database.ts';

const CHANNEL = 'helpmark_changes';

/** Sent when the transaction commits, and not at all when it is rolled back. */
export async function notify(db: Kysely<Database>, message: string): Promise<void> {
  await sql`SELECT pg_notify(${CHANNEL}, ${message})`.execute(db);
}

/** From now on the connection gets what others notify. */
export async function listenOn(client: ReturnType<typeof createClient>): Promise<void> {
  await client.query(`LISTEN ${CHANNEL}`);
}
