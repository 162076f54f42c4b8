import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { hashOfToken } from '#src/server/token.ts';
import type { Actor } from './actor.ts';
import { findSessions, type KnownSession } from './sessions.store.ts';

/** Where a member is signed in. @param token of the session that asks */
export async function listSessions(
  db: Kysely<Database>,
  actor: Actor,
  token: string,
  now: Date,
): Promise<(KnownSession & { isThisOne: boolean })[]> {
  const own = hashOfToken(token);
  const sessions = await findSessions(db, actor.id, now);
  return sessions.map((session) => ({ ...session, isThisOne: session.id === own }));
}
