import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { readSession, SESSION_COOKIE, sessionCookie } from '#src/features/accounts/session.ts';
import { mayWrite } from '#src/features/community/question.ts';

const TOKEN = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`);

/**
 * Who sends a request, if it is a member to whom a page has nothing to say but what it says to all:
 * no staff, and nobody who is kept from writing. A session that this prolongs has its cookie set on
 * the response, whoever answers in the end.
 */
export async function plainMember(
  db: Kysely<Database>,
  siteUrl: string,
  { headers }: IncomingMessage,
  response: ServerResponse,
): Promise<Actor | undefined> {
  const [, token] = TOKEN.exec(headers.cookie ?? '') ?? [];
  const session = token && (await readSession(db, token));
  if (!session) return undefined;
  if (session.isProlonged) {
    response.setHeader('Set-Cookie', sessionCookie(db, token, siteUrl).serialize());
  }
  const { actor, withheldRole } = session;
  return actor.role === 'member' && !withheldRole && mayWrite(actor) ? actor : undefined;
}
