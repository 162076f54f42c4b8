import type { AstroCookies } from 'astro';
import { readEnv } from '#src/server/env.ts';

const { SITE_URL } = readEnv();

/** Half-way in: the token of the second step. */
export const SECOND_STEP_COOKIE = 'second-step';

/** At the provider: what has to be the same on the way back. */
export const SIGN_ON_COOKIE = 'single-sign-on';

const SECONDS = 600;

/** Lets a browser keep something from one page to the next; undefined takes it away. */
export function setBriefCookie(
  cookies: AstroCookies,
  name: string,
  value: string | undefined,
): void {
  if (value === undefined) return cookies.delete(name, { path: '/' });
  cookies.set(name, value, {
    path: '/',
    maxAge: SECONDS,
    httpOnly: true,
    // It has to come along when another site leads back to us.
    sameSite: 'lax',
    secure: SITE_URL.startsWith('https:'),
  });
}
