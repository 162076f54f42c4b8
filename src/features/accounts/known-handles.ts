import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listHandles } from './members.store.ts';

/** Which of some handles, in small letters, belong to members. */
export async function knownHandles(
  db: Kysely<Database>,
  handles: string[],
): Promise<ReadonlySet<string>> {
  return new Set(handles.length > 0 ? await listHandles(db, handles) : []);
}
