import { finishSignIn } from '#src/features/accounts/finish-sign-in.ts';
import * as forms from '#src/features/accounts/forms.ts';
import { ownPath } from '#src/features/accounts/own-path.ts';
import { removeTwoFactor } from '#src/features/accounts/remove-two-factor.ts';
import { renewRecoveryCodes } from '#src/features/accounts/renew-recovery-codes.ts';
import { setUpTwoFactor } from '#src/features/accounts/set-up-two-factor.ts';
import { sealSignOn } from '#src/features/accounts/sign-on-flow.ts';
import { unlinkIdentity as unlink } from '#src/features/accounts/unlink-identity.ts';
import { NotFound } from '#src/server/errors.ts';
import { providerOf } from '#src/server/provider.ts';
import { beginFlow } from '#src/server/single-sign-on.ts';
import { door } from './account-door.ts';
import { setBriefCookie, SIGN_ON_COOKIE } from './brief-cookie.ts';
import { mailSite } from './mail-site.ts';
import { returnAddress } from './return-address.ts';

const secondStep = door(
  forms.codeForm,
  async ({ code, next }, { db, env, site, secondStep: token, browser, now, admit, path }) => {
    const step = { token, code };
    const session = await finishSignIn(db, env, step, mailSite(site), browser, now);
    return admit({ token: session, isComplete: true }, ownPath(next) ?? path('/account'));
  },
);

const turnOnTwoFactor = door(
  forms.twoFactorForm,
  async (form, { db, env, actor, site, browser, sender, now, keep }) => {
    const typed = { ...form, token: browser.token ?? '' };
    const given = [actor(), typed, mailSite(site), browser, sender, now] as const;
    const { token, codes } = await setUpTwoFactor(db, env, ...given);
    keep(token);
    return codes;
  },
);

const renewCodes = door(
  forms.proofForm,
  async (form, { db, actor, site, browser, sender, now }) => {
    const proof = { ...form, token: browser.token ?? '' };
    return renewRecoveryCodes(db, actor(), proof, mailSite(site), sender, now);
  },
);

const turnOffTwoFactor = door(
  forms.proofForm,
  async (form, { db, actor, site, browser, sender, now, keep, path }) => {
    const proof = { ...form, token: browser.token ?? '' };
    keep(await removeTwoFactor(db, actor(), proof, mailSite(site), browser, sender, now));
    return path('/account?saved');
  },
);

/** Answers with the provider's address: a form may lead to no other site. */
const beginSingleSignOn = door(forms.nextForm, async ({ next }, { cookies, env, locale, now }) => {
  const provider = providerOf(env);
  if (!provider) throw new NotFound();
  const { url, flow } = await beginFlow(provider, returnAddress(env));
  const signOn = { ...flow, next: ownPath(next), locale };
  setBriefCookie(cookies, SIGN_ON_COOKIE, sealSignOn(env, signOn, now));
  return url;
});

const unlinkIdentity = door(
  forms.identityForm,
  async (form, { db, env, actor, site, browser, sender, now, keep, path }) => {
    const proof = { ...form, token: browser.token ?? '', provider: providerOf(env) };
    keep(await unlink(db, actor(), proof, mailSite(site), browser, sender, now));
    return path('/account?saved');
  },
);

/** What signing in takes besides a password or a mailed link. */
export const signInSteps = {
  secondStep,
  turnOnTwoFactor,
  renewCodes,
  turnOffTwoFactor,
  beginSingleSignOn,
  unlinkIdentity,
};
