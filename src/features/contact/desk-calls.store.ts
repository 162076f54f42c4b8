import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Notes what the help desk tells us. @returns false when it has told us before */
export async function insertCall(db: Kysely<Database>, id: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO contact_desk_calls (id, called_at) VALUES (${id}, ${now})
    ON CONFLICT DO NOTHING`.execute(db);
  return numAffectedRows === 1n;
}

export async function deleteCalls(db: Kysely<Database>, before: Date): Promise<void> {
  await db.deleteFrom('contact_desk_calls').where('called_at', '<', before).execute();
}
