import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { findAdmins } from './members.store.ts';

/** Everybody who runs the place, with what is needed to mail them. */
export async function listAdmins(
  db: Kysely<Database> | Transaction<Database>,
): Promise<{ id: number; email: string; locale: string }[]> {
  return findAdmins(db);
}
