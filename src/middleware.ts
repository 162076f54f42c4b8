import { defineMiddleware } from 'astro:middleware';
import { readSession, SESSION_COOKIE, sessionCookie } from '#src/features/accounts/session.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { createLog } from '#src/server/log.ts';

const { SITE_URL, LOG_LEVEL } = readEnv();
const log = createLog(LOG_LEVEL);

/** Finds out who is signed in, on pages made on demand; who brings no cookie costs nothing. */
export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, cookies } = context;
  const token = context.isPrerendered ? undefined : cookies.get(SESSION_COOKIE)?.value;
  if (!token) return next();
  try {
    const db = database();
    const session = await readSession(db, token);
    locals.actor = session?.actor;
    locals.withheldRole = session?.withheldRole;
    if (!session || session.isProlonged) {
      const { name, value, attributes } = sessionCookie(db, session && token, SITE_URL);
      cookies.set(name, value, attributes);
    }
  } catch (error) {
    // The database is away: members read on as everybody does.
    log.error({ err: error }, 'session could not be read');
  }
  const response = await next();
  if (locals.actor && !response.headers.has('Cache-Control')) {
    response.headers.set('Cache-Control', 'private, no-store');
  }
  return response;
});
