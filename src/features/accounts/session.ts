import type { Kysely } from 'kysely';
import { Lucia, type SessionCookieAttributesOptions, TimeSpan } from 'lucia';
import type { Database } from '#db/schema.ts';
import { readEnv } from '#src/server/env.ts';
import { newToken } from '#src/server/token.ts';
import type { Actor, Role } from './actor.ts';
import { deleteSecondSteps } from './second-steps.store.ts';
import { keepNewestSessions, sessionAdapter } from './sessions.store.ts';
import { roleInForce, type StaffTwoFactor } from './staff-two-factor.ts';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>;
    UserId: number;
    DatabaseUserAttributes: Omit<Actor, 'id'> & { hasTwoFactor: boolean };
    DatabaseSessionAttributes: { userAgent: string; createdAt: Date };
  }
}

export const SESSION_COOKIE = 'session';

/** Of a member's sessions, the one unused for longest gives way to an eleventh. */
export const MOST_SESSIONS = 10;

/** Days that a session lasts without a visit. */
export const SESSION_DAYS = 30;

const LONGEST_USER_AGENT = 300;

/** The browser that signs in. */
export interface Browser {
  userAgent: string;
  /** The token that it had before; its session ends. */
  token: string | undefined;
}

/** What a token stands for. */
export interface Session {
  actor: Actor;
  /** A role that they do not act in before they set up two-factor sign-in. */
  withheldRole: Role | undefined;
  createdAt: Date;
  /** Whether its end was moved, so that the cookie has to be sent again. */
  isProlonged: boolean;
}

const luciaOn = (db: Kysely<Database>, attributes: SessionCookieAttributesOptions = {}) =>
  new Lucia(sessionAdapter(db), {
    sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
    sessionCookie: { name: SESSION_COOKIE, attributes },
    getUserAttributes: (member) => member,
    getSessionAttributes: ({ createdAt }) => ({ createdAt }),
  });

/**
 * Signs a member in, under a token that nobody has had before.
 * @returns the token, for the cookie and for nothing else
 */
export async function openSession(
  db: Kysely<Database>,
  memberId: number,
  { userAgent, token: before }: Browser,
  now: Date,
): Promise<string> {
  const lucia = luciaOn(db);
  if (before) await lucia.invalidateSession(before);
  await lucia.deleteExpiredSessions();
  const attributes = { userAgent: userAgent.slice(0, LONGEST_USER_AGENT), createdAt: now };
  const { id } = await lucia.createSession(memberId, attributes, { sessionId: newToken().token });
  await keepNewestSessions(db, memberId, MOST_SESSIONS);
  return id;
}

/** Signs a member in anew and ends all sessions that they had, as after a change of password. */
export async function reopenSession(
  db: Kysely<Database>,
  memberId: number,
  browser: Browser,
  now: Date,
): Promise<string> {
  await closeSessions(db, memberId);
  return openSession(db, memberId, browser, now);
}

let configured: StaffTwoFactor | undefined;
/** Whether staff have to use two-factor sign-in, as the operator configured it. */
export const staffRule = (): StaffTwoFactor => (configured ??= readEnv().STAFF_TWO_FACTOR);

/**
 * Who has this token, in the role that they may act in; past half its time a session is prolonged.
 * @param rule as the operator configured it, unless told
 */
export async function readSession(
  db: Kysely<Database>,
  token: string,
  rule = staffRule(),
): Promise<Session | undefined> {
  const { session, user } = await luciaOn(db).validateSession(token);
  if (!session) return undefined;
  const { hasTwoFactor, ...member } = user;
  const role = roleInForce(member.role, hasTwoFactor, rule);
  return {
    actor: { ...member, role },
    withheldRole: role === member.role ? undefined : member.role,
    createdAt: session.createdAt,
    isProlonged: session.fresh,
  };
}

export async function closeSession(db: Kysely<Database>, token: string): Promise<void> {
  await luciaOn(db).invalidateSession(token);
}

/** Ends all sessions of a member, and those that are about to begin. */
export async function closeSessions(db: Kysely<Database>, memberId: number): Promise<void> {
  await luciaOn(db).invalidateUserSessions(memberId);
  await deleteSecondSteps(db, memberId);
}

/**
 * The cookie of a session.
 * @param token absent to take the cookie away
 * @param siteUrl public address of the site; on https the cookie goes over TLS only
 */
export function sessionCookie(db: Kysely<Database>, token: string | undefined, siteUrl: string) {
  const lucia = luciaOn(db, { secure: siteUrl.startsWith('https:') });
  return token ? lucia.createSessionCookie(token) : lucia.createBlankSessionCookie();
}
