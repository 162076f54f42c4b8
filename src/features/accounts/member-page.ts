import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Member } from './member.ts';
import { findMember } from './members.store.ts';

/** What the page of a member shows; undefined when nobody has the handle. */
export async function memberPage(
  db: Kysely<Database>,
  handle: string,
): Promise<(Member & { id: number }) | undefined> {
  return findMember(db, handle);
}
