import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from './actor.ts';
import { findAccount } from './members.store.ts';

/** What a member can change of their account. */
export interface Settings {
  name: string;
  handle: string;
  email: string;
  about: string;
  avatar: string | null;
  locale: string;
  hasPassword: boolean;
}

/** The settings of an account; undefined when it was deleted a moment ago. */
export async function accountSettings(
  db: Kysely<Database>,
  actor: Actor,
): Promise<Settings | undefined> {
  const account = await findAccount(db, actor.id);
  if (!account) return undefined;
  const { name, handle, email, about, avatar, locale, passwordHash } = account;
  return { name, handle, email, about, avatar, locale, hasPassword: passwordHash !== null };
}
