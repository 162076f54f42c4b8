import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { ROLES } from './actor.ts';
import { findStaff, type StaffMember } from './members.store.ts';

/** Everybody with more than a member's role, the most powerful first. */
export async function listStaff(db: Kysely<Database>): Promise<StaffMember[]> {
  const staff = await findStaff(db);
  return staff.sort((a, b) => ROLES.indexOf(b.role) - ROLES.indexOf(a.role));
}
