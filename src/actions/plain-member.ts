import type { IncomingMessage } from 'node:http';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { readSession, SESSION_COOKIE } from '#src/features/accounts/session.ts';
import { mayWrite } from '#src/features/community/question.ts';

const TOKEN = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`);

/**
 * Who sends a request, if it is a member to whom a page has nothing to say but what it says to all:
 * no staff, nobody who is kept from writing, and no session whose cookie has to be sent again.
 */
export async function plainMember(
  db: Kysely<Database>,
  { headers }: IncomingMessage,
): Promise<Actor | undefined> {
  const [, token] = TOKEN.exec(headers.cookie ?? '') ?? [];
  const session = token && (await readSession(db, token));
  if (!session || session.isProlonged || session.withheldRole) return undefined;
  const { actor } = session;
  return actor.role === 'member' && mayWrite(actor) ? actor : undefined;
}
