import type { AstroGlobal } from 'astro';
import { signInByProvider } from '#src/features/accounts/sign-in-by-provider.ts';
import { readSignOn } from '#src/features/accounts/sign-on-flow.ts';
import { systemClock } from '#src/server/clock.ts';
import { readEnv } from '#src/server/env.ts';
import { NotFound } from '#src/server/errors.ts';
import { providerOf } from '#src/server/provider.ts';
import { SignOnFailure } from '#src/server/sign-on-failure.ts';
import { finishFlow } from '#src/server/single-sign-on.ts';
import { setBriefCookie, SIGN_ON_COOKIE } from './brief-cookie.ts';
import { logSignOnFailure } from './log-sign-on-failure.ts';
import { mailSite } from './mail-site.ts';
import { returnAddress } from './return-address.ts';
import { visitOf } from './visit.ts';

/**
 * Ends what `beginSingleSignOn` began in this browser, in whatever way; the protocol brings it back
 * with a GET.
 * @returns the path to go on to
 * @throws NotFound when there is no provider
 */
export async function finishSingleSignOn(astro: AstroGlobal): Promise<string> {
  const env = readEnv();
  const provider = providerOf(env);
  if (!provider) throw new NotFound();
  const kept = astro.cookies.get(SIGN_ON_COOKIE)?.value ?? '';
  const signOn = readSignOn(env, kept, systemClock());
  setBriefCookie(astro.cookies, SIGN_ON_COOKIE, undefined);
  const visit = await visitOf(astro, signOn?.locale);
  const { db, now, site, locale, browser, path, admit } = visit;
  try {
    if (!signOn) throw new SignOnFailure('gone');
    // Behind a proxy the request's own address may be another than the public one.
    const returned = new URL(returnAddress(env) + astro.url.search);
    const person = await finishFlow(provider, signOn, returned);
    const surroundings = { locale, site: mailSite(site) };
    const admission = await signInByProvider(db, person, surroundings, browser, now);
    return admit(admission, signOn.next ?? path('/account'));
  } catch (error) {
    const failure = error instanceof SignOnFailure ? error : new SignOnFailure('unexpected', error);
    logSignOnFailure(failure);
    // The address with the code in it stays nowhere, and the page can be loaded again.
    return path(`/account/single-sign-on?problem=${failure.problem}`);
  }
}
