import { ActionError, defineAction, type ActionAPIContext } from 'astro:actions';
import type { z } from 'zod';
import { confirmAddress } from '#src/features/accounts/confirm-address.ts';
import { confirmSignUp } from '#src/features/accounts/confirm-sign-up.ts';
import { deleteAccount } from '#src/features/accounts/delete-account.ts';
import { editProfile } from '#src/features/accounts/edit-profile.ts';
import { endSession } from '#src/features/accounts/end-session.ts';
import type { Fault } from '#src/features/accounts/faults.ts';
import * as forms from '#src/features/accounts/forms.ts';
import { ownPath } from '#src/features/accounts/own-path.ts';
import { requestAddress } from '#src/features/accounts/request-address.ts';
import { resetPassword } from '#src/features/accounts/reset-password.ts';
import { sendLink } from '#src/features/accounts/send-link.ts';
import { closeSession, closeSessions } from '#src/features/accounts/session.ts';
import { signInByLink } from '#src/features/accounts/sign-in-by-link.ts';
import { signIn as signInByPassword } from '#src/features/accounts/sign-in.ts';
import { signUp as beginSignUp } from '#src/features/accounts/sign-up.ts';
import { localeOfPath } from '#src/features/articles/address.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { readEnv } from '#src/server/env.ts';
import { apologyFor, InvalidInput, NotSignedIn } from '#src/server/errors.ts';
import { createLog } from '#src/server/log.ts';
import { FieldErrors } from './field-errors.ts';
import { mailSite } from './mail-site.ts';
import { type Visit, visitOf } from './visit.ts';

const log = createLog(readEnv().LOG_LEVEL);

async function apologyTo(error: unknown, { url }: ActionAPIContext): Promise<ActionError> {
  const words = messagesFor(localeOfPath((await manifest()).site, url.pathname)).accounts;
  if (error instanceof InvalidInput && Object.keys(error.fields).length > 0) {
    const sentences = Object.entries(error.fields).map(([name, fault]) => [
      name,
      words.faults[fault as Fault],
    ]);
    return new FieldErrors(Object.fromEntries(sentences));
  }
  if (error instanceof NotSignedIn) {
    return new ActionError({ code: 'UNAUTHORIZED', message: words.errors.notSignedIn });
  }
  const { status, sentence, unexpected } = apologyFor(error, words.errors);
  if (unexpected) log.error({ err: error }, 'a form of an account failed');
  return new ActionError({ code: ActionError.statusToCode(status), message: sentence });
}

/** A form of the given fields; `deed` returns the path to go on to. */
const door = <Fields>(
  fields: z.ZodType<Fields>,
  deed: (form: Fields, visit: Visit) => Promise<string>,
) =>
  defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      try {
        return await deed(fields.parse(Object.fromEntries(form)), await visitOf(context));
      } catch (error) {
        throw await apologyTo(error, context);
      }
    },
  });

const signUp = door(forms.signUpForm, async (form, { db, site, locale, sender, now, path }) => {
  await beginSignUp(db, { ...form, locale }, mailSite(site), sender, now);
  return path('/account/sign-up?sent');
});

const confirm = door(forms.confirmSignUpForm, async (form, { db, browser, now, keep, path }) => {
  keep(await confirmSignUp(db, form, browser, now));
  return path('/account');
});

const signIn = door(forms.signInForm, async (form, { db, browser, sender, now, keep, path }) => {
  keep(await signInByPassword(db, form, browser, sender, now));
  return ownPath(form.next) ?? path('/account');
});

const sendSignInLink = door(
  forms.linkForm,
  async ({ email, next }, { db, site, locale, sender, now, path }) => {
    const wish = { email, purpose: 'sign-in', locale, next: ownPath(next) } as const;
    await sendLink(db, wish, mailSite(site), sender, now);
    return path('/account/sign-in-link?sent');
  },
);

const openLink = door(forms.tokenForm, async (form, { db, browser, now, keep, path }) => {
  keep(await signInByLink(db, form.token, browser, now));
  return ownPath(form.next) ?? path('/account');
});

const sendReset = door(
  forms.linkForm,
  async ({ email }, { db, site, locale, sender, now, path }) => {
    await sendLink(db, { email, purpose: 'reset', locale }, mailSite(site), sender, now);
    return path('/account/reset?sent');
  },
);

const reset = door(forms.passwordForm, async (form, { db, site, browser, now, keep, path }) => {
  keep(await resetPassword(db, form, site.name, browser, now));
  return path('/account?saved');
});

const askAddress = door(
  forms.addressForm,
  async (form, { db, actor, site, browser, sender, now, path }) => {
    const proof = { ...form, token: browser.token ?? '' };
    await requestAddress(db, actor(), proof, mailSite(site), sender, now);
    return path('/account/address?sent');
  },
);

const useAddress = door(forms.tokenForm, async ({ token }, { db, browser, now, keep, path }) => {
  keep(await confirmAddress(db, token, browser, now));
  return path('/account?saved');
});

const saveProfile = door(forms.profileForm, async (form, { db, actor, site, path }) => {
  await editProfile(db, actor(), form, site.locales);
  return path('/account?saved');
});

const signOutThere = door(forms.sessionForm, async ({ session }, { db, actor, path }) => {
  await endSession(db, actor(), session);
  return path('/account?saved');
});

const signOut = door(forms.nothing, async (_, { db, browser, keep, path }) => {
  if (browser.token) await closeSession(db, browser.token);
  keep(undefined);
  return path('/account/sign-in');
});

const signOutEverywhere = door(forms.nothing, async (_, { db, actor, keep, path }) => {
  await closeSessions(db, actor().id);
  keep(undefined);
  return path('/account/sign-in');
});

const leave = door(
  forms.deleteForm,
  async (form, { db, actor, browser, sender, now, keep, path }) => {
    await deleteAccount(db, actor(), { ...form, token: browser.token ?? '' }, sender, now);
    keep(undefined);
    return path('/account/sign-in?deleted');
  },
);

export const accounts = {
  signUp,
  confirm,
  signIn,
  sendSignInLink,
  openLink,
  sendReset,
  reset,
  askAddress,
  useAddress,
  saveProfile,
  signOutThere,
  signOut,
  signOutEverywhere,
  leave,
};
