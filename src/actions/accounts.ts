import { confirmAddress } from '#src/features/accounts/confirm-address.ts';
import { confirmSignUp } from '#src/features/accounts/confirm-sign-up.ts';
import { deleteAccount } from '#src/features/accounts/delete-account.ts';
import { dropPicture } from '#src/features/accounts/drop-picture.ts';
import { editProfile } from '#src/features/accounts/edit-profile.ts';
import { endSession } from '#src/features/accounts/end-session.ts';
import * as forms from '#src/features/accounts/forms.ts';
import { makeToken as make } from '#src/features/accounts/make-token.ts';
import { ownPath } from '#src/features/accounts/own-path.ts';
import { requestAddress } from '#src/features/accounts/request-address.ts';
import { resetPassword } from '#src/features/accounts/reset-password.ts';
import { revokeToken as revoke } from '#src/features/accounts/revoke-token.ts';
import { sendLink } from '#src/features/accounts/send-link.ts';
import { closeSession, closeSessions } from '#src/features/accounts/session.ts';
import { showPicture } from '#src/features/accounts/show-picture.ts';
import { signInByLink } from '#src/features/accounts/sign-in-by-link.ts';
import { signIn as signInByPassword } from '#src/features/accounts/sign-in.ts';
import { signUp as beginSignUp } from '#src/features/accounts/sign-up.ts';
import { leaveCommunity } from '#src/features/community/leave-community.ts';
import { leaveContact } from '#src/features/contact/leave-contact.ts';
import { closeGoneItems } from '#src/features/moderation/close-gone-items.ts';
import { readEnv } from '#src/server/env.ts';
import { fileStore } from '#src/server/file-store.ts';
import { allOwnRecords } from './all-own-records.ts';
import { door } from './account-door.ts';
import { mailSite } from './mail-site.ts';
import { signInSteps } from './sign-in-steps.ts';

const files = fileStore(readEnv());

const signUp = door(forms.signUpForm, async (form, { db, site, locale, sender, now, path }) => {
  const wish = { ...form, locale, next: ownPath(form.next) };
  await beginSignUp(db, wish, mailSite(site), sender, now);
  return path('/account/sign-up?sent');
});

const confirm = door(forms.confirmSignUpForm, async (form, { db, browser, now, keep, path }) => {
  keep(await confirmSignUp(db, form, browser, now));
  return ownPath(form.next) ?? path('/account');
});

const signIn = door(forms.signInForm, async (form, { db, browser, sender, now, admit, path }) => {
  const admission = await signInByPassword(db, form, browser, sender, now);
  return admit(admission, ownPath(form.next) ?? path('/account'));
});

const sendSignInLink = door(
  forms.linkForm,
  async ({ email, next }, { db, site, locale, sender, now, path }) => {
    const wish = { email, purpose: 'sign-in', locale, next: ownPath(next) } as const;
    await sendLink(db, wish, mailSite(site), sender, now);
    return path('/account/sign-in-link?sent');
  },
);

const openLink = door(forms.tokenForm, async (form, { db, browser, now, admit, path }) => {
  const admission = await signInByLink(db, form.token, browser, now);
  return admit(admission, ownPath(form.next) ?? path('/account'));
});

const sendReset = door(
  forms.linkForm,
  async ({ email }, { db, site, locale, sender, now, path }) => {
    await sendLink(db, { email, purpose: 'reset', locale }, mailSite(site), sender, now);
    return path('/account/reset?sent');
  },
);

const reset = door(forms.passwordForm, async (form, { db, site, browser, now, admit, path }) => {
  const admission = await resetPassword(db, form, site.name, browser, now);
  return admit(admission, path('/account?saved'));
});

const askAddress = door(
  forms.addressForm,
  async (form, { db, actor, site, browser, sender, now, path }) => {
    const proof = { ...form, token: browser.token ?? '' };
    await requestAddress(db, actor(), proof, mailSite(site), sender, now);
    return path('/account/address?sent');
  },
);

const useAddress = door(forms.tokenForm, async ({ token }, { db, browser, now, admit, path }) => {
  return admit(await confirmAddress(db, token, browser, now), path('/account?saved'));
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
    const proof = { ...form, token: browser.token ?? '' };
    await deleteAccount(db, actor(), proof, sender, now, allOwnRecords, async (trx, id) => {
      await leaveCommunity(trx, id, form.texts, now);
      await leaveContact(trx, id, now);
      await closeGoneItems(trx, id, now);
    });
    keep(undefined);
    return path('/account/sign-in?deleted');
  },
);

const savePicture = door(forms.pictureForm, async ({ picture }, { db, actor, now, path }) => {
  await showPicture(db, files, actor(), picture, now);
  return path('/account?saved');
});

const removePicture = door(forms.nothing, async (_, { db, actor, path }) => {
  await dropPicture(db, actor());
  return path('/account?saved');
});

const makeToken = door(
  forms.makeTokenForm,
  async (form, { db, actor, site, browser, sender, now }) => {
    const typed = { ...form, token: browser.token ?? '' };
    return make(db, actor(), typed, mailSite(site), sender, now);
  },
);

const revokeToken = door(forms.revokeTokenForm, async ({ id }, { db, actor, path }) => {
  await revoke(db, actor(), id);
  return path('/account/tokens?revoked');
});

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
  savePicture,
  removePicture,
  signOutThere,
  signOut,
  signOutEverywhere,
  leave,
  makeToken,
  revokeToken,
  ...signInSteps,
};
