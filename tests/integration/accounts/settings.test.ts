import { beforeAll, describe, expect, test } from 'vitest';
import { accountSettings } from '#src/features/accounts/account-settings.ts';
import { confirmAddress } from '#src/features/accounts/confirm-address.ts';
import { deleteAccount } from '#src/features/accounts/delete-account.ts';
import { editProfile } from '#src/features/accounts/edit-profile.ts';
import { accountRecords } from '#src/features/accounts/own-records.ts';
import { memberPage } from '#src/features/accounts/member-page.ts';
import { requestAddress } from '#src/features/accounts/request-address.ts';
import { readSession } from '#src/features/accounts/session.ts';
import { signIn } from '#src/features/accounts/sign-in.ts';
import { NotFound } from '#src/server/errors.ts';
import type { Sender } from '#src/server/sender.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { browser, member, newestTo, PASSWORD, refusal, site, somebody } from './people.ts';

const { db } = await testDatabase();
const now = new Date();
const muchLater = new Date(now.getTime() + 11 * 60_000);
let sender: Sender;

beforeAll(async () => {
  sender = await somebody(db);
});

describe('the profile', () => {
  const profile = { name: 'Ada', handle: 'ada', about: 'Hello\r\nthere', locale: 'ja' };
  const locales = ['en', 'ja'];

  test('is what others see', async () => {
    const { actor } = await member(db, 'before');
    await editProfile(db, actor, profile, locales);
    expect(await memberPage(db, 'ada')).toMatchObject({ name: 'Ada', about: 'Hello\nthere' });
    expect(await memberPage(db, 'before')).toBeUndefined();
    expect(await accountSettings(db, actor)).toMatchObject({ locale: 'ja', hasPassword: true });
  });

  test('is refused with a fault, or with the handle of another', async () => {
    const { actor } = await member(db, 'editor');
    const wrong = { name: '', handle: 'x', about: 'a'.repeat(501), locale: 'xx' };
    expect(await refusal(editProfile(db, actor, wrong, locales))).toEqual({
      name: 'nameMissing',
      handle: 'handleShape',
      about: 'aboutTooLong',
      locale: 'localeUnknown',
    });
    await member(db, 'somebody-else');
    const taken = { ...profile, handle: 'Somebody-Else' };
    expect(await refusal(editProfile(db, actor, taken, locales))).toEqual({
      handle: 'handleTaken',
    });
  });
});

describe('a new address', () => {
  test('is confirmed by the new one, told to the old one, and ends other sessions', async () => {
    const { actor, email, token } = await member(db, 'mover');
    const wish = { email: 'moved@example.com', password: PASSWORD, token };
    await requestAddress(db, actor, wish, site, sender, now);
    expect((await newestTo(db, email)).kind).toBe('address-notice');
    expect((await accountSettings(db, actor))?.email).toBe(email);

    const { token: link, kind } = await newestTo(db, 'moved@example.com');
    expect(kind).toBe('new-address');
    const { token: fresh } = await confirmAddress(db, link, browser(), now);
    expect((await accountSettings(db, actor))?.email).toBe('moved@example.com');
    expect(await readSession(db, token)).toBeUndefined();
    expect((await readSession(db, fresh))?.actor.handle).toBe('mover');
    await expect(confirmAddress(db, link, browser(), now)).rejects.toThrow(NotFound);
  });

  test('that has an account is not told from one that has none', async () => {
    const { actor, email, token } = await member(db, 'curious');
    const { email: theirs } = await member(db, 'private');
    const wish = { email: theirs, password: '', token };
    expect(await requestAddress(db, actor, wish, site, sender, now)).toBeUndefined();
    expect((await newestTo(db, theirs)).kind).toBe('known-address');
    expect((await newestTo(db, email)).kind).toBe('address-notice');
  });

  test('that got an account meanwhile is refused', async () => {
    const { actor, token } = await member(db, 'slow');
    const wish = { email: 'quick@example.com', password: '', token };
    await requestAddress(db, actor, wish, site, sender, now);
    const { token: link } = await newestTo(db, 'quick@example.com');
    await member(db, 'quick');
    await expect(confirmAddress(db, link, browser(), now)).rejects.toThrow(NotFound);
  });

  test('needs the password, or that the member has just signed in', async () => {
    const { actor, token } = await member(db, 'careful');
    const ask = (password: string, own: string, at: Date) =>
      refusal(
        requestAddress(
          db,
          actor,
          { email: 'x@example.com', password, token: own },
          site,
          sender,
          at,
        ),
      );
    expect(await ask('wrong password', token, now)).toEqual({ password: 'passwordWrong' });
    expect(await ask('', token, muchLater)).toEqual({ password: 'proofMissing' });
    const { token: another } = await member(db, 'another');
    expect(await ask('', another, now)).toEqual({ password: 'proofMissing' });
    expect(await ask(PASSWORD, token, muchLater)).toBe('accepted');
    expect(await ask('', token, now)).toBe('accepted');
  });
});

describe('deleting the account', () => {
  test('takes everything personal away and leaves a former member', async () => {
    const { actor, email, token } = await member(db, 'gone');
    const leave = (password: string) =>
      deleteAccount(
        db,
        actor,
        { password, token },
        sender,
        muchLater,
        accountRecords,
        async () => {},
      );
    expect(await refusal(leave('wrong password'))).toEqual({ password: 'passwordWrong' });
    await leave(PASSWORD);

    expect(await readSession(db, token)).toBeUndefined();
    expect(await memberPage(db, 'gone')).toBeUndefined();
    expect(await memberPage(db, `former-${actor.id}`)).toMatchObject({ isFormer: true, about: '' });
    const row = await db
      .selectFrom('members')
      .selectAll()
      .where('id', '=', actor.id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ email: null, password_hash: null, deleted_at: muchLater });
    const again = signIn(db, { email, password: PASSWORD }, browser(), sender, now);
    expect(await refusal(again)).toEqual({ password: 'signInFailed' });
    // The address and the handle are free again.
    await member(db, 'gone');
  });
});
