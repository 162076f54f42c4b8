import type { ActionAPIContext } from 'astro:actions';
import type { AstroCookies } from 'astro';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import type { Admission } from '#src/features/accounts/admit.ts';
import { leadingOnTo } from '#src/features/accounts/own-path.ts';
import { type Browser, SESSION_COOKIE, sessionCookie } from '#src/features/accounts/session.ts';
import { localeOfPath, localePath } from '#src/features/articles/address.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { type Env, readEnv } from '#src/server/env.ts';
import { NotSignedIn } from '#src/server/errors.ts';
import type { Sender } from '#src/server/sender.ts';
import { SECOND_STEP_COOKIE, setBriefCookie } from './brief-cookie.ts';
import { senderOf } from './sender-of.ts';

const env = readEnv();

/** Who sends a form, when, and from which page. */
export interface Visit {
  db: Kysely<Database>;
  now: Date;
  env: Env;
  site: SiteFacts;
  cookies: AstroCookies;
  /** Of the page. */
  locale: string;
  sender: Sender;
  browser: Browser;
  /** Token of the step that signing in still needs; empty when none is under way. */
  secondStep: string;
  /** @throws NotSignedIn */
  actor(): Actor;
  /** Gives the browser a session, or takes it away. */
  keep(token: string | undefined): void;
  /** Gives the browser what it got for signing in. @returns where it goes on to, at last `next` */
  admit(admission: Admission, next: string): string;
  /** A path of the site in the page's locale. */
  path(path: string): string;
}

/**
 * @param spoken the locale that somebody began in, where the address does not tell
 * @throws when the database is away
 */
export async function visitOf(
  context: Pick<ActionAPIContext, 'cookies' | 'locals' | 'request' | 'url' | 'clientAddress'>,
  spoken?: string,
): Promise<Visit> {
  const { cookies, locals, request, url } = context;
  const { site } = await manifest();
  const locale = spoken ?? localeOfPath(site, url.pathname);
  const db = database();
  const now = systemClock();
  const path = (one: string) => localePath(site, locale, one);
  const keep = (token: string | undefined) => {
    const { name, value, attributes } = sessionCookie(db, token, env.SITE_URL);
    cookies.set(name, value, attributes);
  };
  return {
    db,
    now,
    env,
    cookies,
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
    secondStep: cookies.get(SECOND_STEP_COOKIE)?.value ?? '',
    keep,
    admit({ token, isComplete }, next) {
      setBriefCookie(cookies, SECOND_STEP_COOKIE, isComplete ? undefined : token);
      if (!isComplete) return leadingOnTo(path('/account/second-step'), next);
      keep(token);
      return next;
    },
    path,
  };
}
