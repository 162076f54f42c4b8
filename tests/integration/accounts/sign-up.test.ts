import { describe, expect, test } from 'vitest';
import { confirmSignUp } from '#src/features/accounts/confirm-sign-up.ts';
import { SIGN_UPS_PER_NETWORK } from '#src/features/accounts/limits.ts';
import { memberPage } from '#src/features/accounts/member-page.ts';
import { readSession } from '#src/features/accounts/session.ts';
import { readSignUp } from '#src/features/accounts/read-sign-up.ts';
import { signInByLink } from '#src/features/accounts/sign-in-by-link.ts';
import { signUp } from '#src/features/accounts/sign-up.ts';
import { NotFound, TooMany } from '#src/server/errors.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { browser, mailsTo, member, newestTo, refusal, site, somebody, wish } from './people.ts';

const { db } = await testDatabase();
const now = new Date();
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const confirm = (token: string, handle = '', at = now) =>
  confirmSignUp(db, { token, handle }, browser(), at);

describe('signing up', () => {
  test('mails a link, whose button makes a member and signs them in', async () => {
    await signUp(db, { ...wish('amira'), locale: 'de' }, site, await somebody(db), now);
    const mail = await newestTo(db, 'amira@example.com');
    expect(mail).toMatchObject({ kind: 'verify', subject: 'Ihr Konto bei Acme Help' });
    expect(mail.text).toContain(`https://help.example.com/de/account/verify?token=${mail.token}`);
    expect(mail.html).toContain('lang="de"');
    expect(await memberPage(db, 'amira')).toBeUndefined();

    expect(await readSignUp(db, mail.token, now)).toMatchObject({ handle: 'amira' });
    const token = await confirm(mail.token);
    const session = await readSession(db, token);
    expect(session?.actor).toMatchObject({ handle: 'amira', role: 'member', isVerified: true });
  });

  test('takes a link once, and not when it is too old', async () => {
    await signUp(db, wish('bob'), site, await somebody(db), now);
    const { token } = await newestTo(db, 'bob@example.com');
    await expect(confirm(token, '', later(73))).rejects.toThrow(NotFound);
    await confirm(token, '', later(71));
    await expect(confirm(token)).rejects.toThrow(NotFound);
    await expect(confirm('')).rejects.toThrow(NotFound);
  });

  test('keeps neither the token nor the password', async () => {
    await signUp(db, wish('cleo'), site, await somebody(db), now);
    const { token } = await newestTo(db, 'cleo@example.com');
    const row = await db
      .selectFrom('sign_ups')
      .selectAll()
      .where('handle', '=', 'cleo')
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row.token_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('says of every field what is wrong with it', async () => {
    const form = { name: ' ', handle: 'A_b', email: 'nobody', password: 'short', locale: 'en' };
    expect(await refusal(signUp(db, form, site, await somebody(db), now))).toEqual({
      name: 'nameMissing',
      handle: 'handleShape',
      email: 'emailShape',
      password: 'passwordTooShort',
    });
  });

  test('mails nothing that was typed, for it may go to a stranger', async () => {
    const name = 'Win at spam.example';
    await signUp(db, { ...wish('dora'), name }, site, await somebody(db), now);
    const { text, html } = await newestTo(db, 'dora@example.com');
    expect(text + html).not.toContain('spam.example');
  });

  test('is limited for each sender', async () => {
    const sender = await somebody(db);
    for (let count = 0; count < SIGN_UPS_PER_NETWORK.uses; count += 1) {
      await signUp(db, wish(`crowd-${count}`), site, sender, now);
    }
    const error = await refusal(signUp(db, wish('crowd-more'), site, sender, now));
    expect(error).toBeInstanceOf(TooMany);
    expect(await mailsTo(db, 'crowd-more@example.com')).toEqual([]);
  });

  test('is limited for each recipient, whoever asks', async () => {
    for (let count = 0; count < 5; count += 1) {
      const form = { ...wish(`stalker-${count}`), email: 'victim@example.com' };
      await signUp(db, form, site, await somebody(db), now);
    }
    const form = { ...wish('stalker-more'), email: 'Victim@example.com' };
    expect(await refusal(signUp(db, form, site, await somebody(db), now))).toBeInstanceOf(TooMany);
  });
});

describe('an address that has an account', () => {
  test('gets another mail, and the form shows nothing of it', async () => {
    const { email, actor } = await member(db, 'erin');
    const again = { ...wish('not-erin'), email: email.toUpperCase() };
    expect(await signUp(db, again, site, await somebody(db), now)).toBeUndefined();
    const mail = await newestTo(db, email);
    expect(mail.kind).toBe('known-address');
    const { token } = await signInByLink(db, mail.token, browser(), now);
    expect((await readSession(db, token))?.actor.id).toBe(actor.id);
    expect(await memberPage(db, 'not-erin')).toBeUndefined();
  });

  test('cannot be told by wishing for the same handle twice', async () => {
    await member(db, 'finn');
    for (const email of ['finn@example.com', 'new-person@example.com']) {
      await signUp(db, { ...wish('fresh'), email }, site, await somebody(db), now);
      expect(await memberPage(db, 'fresh')).toBeUndefined();
      // Nobody holds the handle, so anybody may still wish for it.
      const other = { ...wish('fresh'), email: `after-${email}` };
      expect(await refusal(signUp(db, other, site, await somebody(db), now))).toBe('accepted');
    }
  });

  test('of two sign-ups with one address, the first that is confirmed counts', async () => {
    const email = 'gil@example.com';
    for (const handle of ['gil', 'impostor']) {
      await signUp(db, { ...wish(handle), email }, site, await somebody(db), now);
    }
    const [second, first] = await mailsTo(db, email);
    await confirm(first!.token);
    await expect(confirm(second!.token)).rejects.toThrow(NotFound);
    expect(await memberPage(db, 'impostor')).toBeUndefined();
  });
});

test('a handle that was taken meanwhile can be changed, and the link stays good', async () => {
  await signUp(db, wish('hana'), site, await somebody(db), now);
  const { token } = await newestTo(db, 'hana@example.com');
  await signUp(db, { ...wish('hana'), email: 'other@example.com' }, site, await somebody(db), now);
  await confirm((await newestTo(db, 'other@example.com')).token);
  expect(await refusal(confirm(token))).toEqual({ handle: 'handleTaken' });
  expect(await refusal(confirm(token, 'admin'))).toEqual({ handle: 'handleReserved' });
  await confirm(token, '@Hana-2');
  expect(await memberPage(db, 'HANA-2')).toMatchObject({ handle: 'hana-2' });
  const late = { ...wish('HANA-2'), email: 'late@example.com' };
  expect(await refusal(signUp(db, late, site, await somebody(db), now))).toEqual({
    handle: 'handleTaken',
  });
});
