import type { ActionAPIContext } from 'astro:actions';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { type Browser, SESSION_COOKIE, sessionCookie } from '#src/features/accounts/session.ts';
import { localeOfPath, localePath } from '#src/features/articles/address.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { NotSignedIn } from '#src/server/errors.ts';
import type { Sender } from '#src/server/sender.ts';
import { senderOf } from './sender-of.ts';

const { SITE_URL } = readEnv();

/** Who sends a form, when, and from which page. */
export interface Visit {
  db: Kysely<Database>;
  now: Date;
  site: SiteFacts;
  /** Of the page. */
  locale: string;
  sender: Sender;
  browser: Browser;
  /** @throws NotSignedIn */
  actor(): Actor;
  /** Gives the browser a session, or takes it away. */
  keep(token: string | undefined): void;
  /** A path of the site in the page's locale. */
  path(path: string): string;
}

/** @throws when the database is away */
export async function visitOf(context: ActionAPIContext): Promise<Visit> {
  const { cookies, locals, request, url } = context;
  const { site } = await manifest();
  const locale = localeOfPath(site, url.pathname);
  const db = database();
  const now = systemClock();
  return {
    db,
    now,
    site,
    locale,
    sender: await senderOf(context, now),
    browser: {
      userAgent: request.headers.get('user-agent') ?? '',
      token: cookies.get(SESSION_COOKIE)?.value,
    },
    actor() {
      if (!locals.actor) throw new NotSignedIn();
      return locals.actor;
    },
    keep(token) {
      const { name, value, attributes } = sessionCookie(db, token, SITE_URL);
      cookies.set(name, value, attributes);
    },
    path: (path) => localePath(site, locale, path),
  };
}
