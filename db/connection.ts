import { type Kysely, sql } from 'kysely';

/** Whether the database answers a question now. */
export async function isAnswering(db: Kysely<any>): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    return false;
  }
}
