import { beforeAll, describe, expect, test } from 'vitest';
import { confirmAddress } from '#src/features/accounts/confirm-address.ts';
import { deleteAccount } from '#src/features/accounts/delete-account.ts';
import { finishSignIn } from '#src/features/accounts/finish-sign-in.ts';
import { grantRole } from '#src/features/accounts/grant-role.ts';
import { CODES_PER_MEMBER } from '#src/features/accounts/limits.ts';
import { owesSecondStep } from '#src/features/accounts/owes-second-step.ts';
import { RECOVERY_CODES } from '#src/features/accounts/recovery-code.ts';
import { accountRecords } from '#src/features/accounts/own-records.ts';
import { removeTwoFactor } from '#src/features/accounts/remove-two-factor.ts';
import { renewRecoveryCodes } from '#src/features/accounts/renew-recovery-codes.ts';
import { requestAddress } from '#src/features/accounts/request-address.ts';
import { resetPassword } from '#src/features/accounts/reset-password.ts';
import { resetTwoFactor } from '#src/features/accounts/reset-two-factor.ts';
import { sendLink } from '#src/features/accounts/send-link.ts';
import { openSession, readSession } from '#src/features/accounts/session.ts';
import { setUpTwoFactor } from '#src/features/accounts/set-up-two-factor.ts';
import { signInByLink } from '#src/features/accounts/sign-in-by-link.ts';
import { signIn } from '#src/features/accounts/sign-in.ts';
import { offerTwoFactor } from '#src/features/accounts/two-factor-offer.ts';
import { twoFactorSettings } from '#src/features/accounts/two-factor-settings.ts';
import { NotFound, StalePage, TooMany } from '#src/server/errors.ts';
import type { Sender } from '#src/server/sender.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import {
  browser,
  codeOf,
  mailsTo,
  member,
  newestTo,
  PASSWORD,
  refusal,
  site,
  somebody,
} from './people.ts';

const { db } = await testDatabase();
const keys = { SECRET_KEY: 'a key of these tests and of no other place', DATA_DIR: '' };
const now = new Date();
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
let sender: Sender;

beforeAll(async () => {
  sender = await somebody(db);
});

type Somebody = Awaited<ReturnType<typeof member>>;

function turnOn({ actor, token }: Somebody, offer: string, code: string, password = '') {
  const form = { offer, code, password, token };
  return setUpTwoFactor(db, keys, actor, form, site, browser(token), sender, now);
}

/** A member who is asked for codes from now on. */
async function guarded(handle: string) {
  const person = await member(db, handle);
  const { sealed, secret } = offerTwoFactor(keys, person.actor, site.name);
  const { token, codes } = await turnOn(person, sealed, codeOf(secret, now));
  const actor = { ...person.actor };
  return { ...person, actor, before: person.token, token, codes, secret };
}

const enter = (email: string, token?: string) =>
  signIn(db, { email, password: PASSWORD }, browser(token), sender, now);
const finish = (token: string, code: string, at = now, own?: string) =>
  finishSignIn(db, keys, { token, code }, site, browser(own), at);

describe('setting it up', () => {
  test('takes a code of the device, ends other sessions, mails, and tells ten codes once', async () => {
    const person = await member(db, 'amira');
    const elsewhere = await openSession(db, person.actor.id, browser(), now);
    const { sealed, secret, uri } = offerTwoFactor(keys, person.actor, site.name);
    expect(uri).toContain('otpauth://totp/Acme%20Help:amira?');
    expect(await refusal(turnOn(person, sealed, '000000'))).toEqual({ code: 'codeWrong' });
    expect(await twoFactorSettings(db, person.actor)).toBeUndefined();

    const { token, codes } = await turnOn(person, sealed, codeOf(secret, now));
    expect(codes).toHaveLength(RECOVERY_CODES);
    expect(new Set(codes).size).toBe(RECOVERY_CODES);
    expect(await twoFactorSettings(db, person.actor)).toMatchObject({ codesLeft: 10 });
    expect(await readSession(db, elsewhere)).toBeUndefined();
    expect(await readSession(db, person.token)).toBeUndefined();
    expect((await readSession(db, token))?.actor.handle).toBe('amira');
    expect((await newestTo(db, person.email)).kind).toBe('two-factor-on');

    const kept = JSON.stringify([
      await db.selectFrom('two_factors').selectAll().execute(),
      await db.selectFrom('recovery_codes').selectAll().execute(),
    ]);
    expect(kept).not.toContain(secret.replaceAll(' ', ''));
    for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''));
    expect(await turnOn({ ...person, token }, sealed, codeOf(secret, now)).catch((e) => e)).toEqual(
      new StalePage(),
    );
  });

  test('needs the member, and an offer that was made for them', async () => {
    const person = await member(db, 'careful');
    const other = await member(db, 'other');
    const { sealed, secret } = offerTwoFactor(keys, other.actor, site.name);
    const code = codeOf(secret, now);
    await expect(turnOn(person, sealed, code)).rejects.toThrow(StalePage);
    await expect(turnOn(person, 'made up', code)).rejects.toThrow(StalePage);
    expect(await refusal(turnOn(other, sealed, code, 'not the password'))).toEqual({
      password: 'passwordWrong',
    });
    const asked = { offer: sealed, code, password: '', token: other.token };
    const late = setUpTwoFactor(
      db,
      keys,
      other.actor,
      asked,
      site,
      browser(other.token),
      sender,
      later(660),
    );
    expect(await refusal(late)).toEqual({ password: 'proofMissing' });
  });

  test('keeps the offer that was begun with', async () => {
    const { actor } = await member(db, 'typist');
    const first = offerTwoFactor(keys, actor, site.name);
    expect(offerTwoFactor(keys, actor, site.name, first.sealed)).toEqual(first);
    const stranger = { ...actor, id: actor.id + 1 };
    expect(offerTwoFactor(keys, stranger, site.name, first.sealed).secret).not.toBe(first.secret);
  });
});

describe('signing in', () => {
  test('by password gives no session before the code', async () => {
    const { email, secret, actor } = await guarded('two-steps');
    const { token, isComplete } = await enter(email);
    expect(isComplete).toBe(false);
    expect(await readSession(db, token)).toBeUndefined();
    const rows = await db.selectFrom('second_steps').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await owesSecondStep(db, token, now)).toBe(true);

    const session = await finish(token, ` ${codeOf(secret, later(30)).replace(/^.{3}/, '$& ')}`);
    expect(session).not.toBe(token);
    expect((await readSession(db, session))?.actor.id).toBe(actor.id);
    expect(await owesSecondStep(db, token, now)).toBe(false);
    await expect(finish(token, codeOf(secret, later(60)), later(30))).rejects.toThrow(NotFound);
  });

  test('by mailed link, after a reset and after a change of address asks for the code too', async () => {
    const { email, actor, token: session } = await guarded('every-way');
    const ask = (purpose: 'sign-in' | 'reset') =>
      sendLink(db, { email, purpose, locale: 'en' }, site, sender, now);
    await ask('sign-in');
    const byLink = await signInByLink(db, (await newestTo(db, email)).token, browser(), now);
    const wish = { email: 'every-way-2@example.com', password: '', token: session };
    await requestAddress(db, actor, wish, site, sender, now);
    const { token: move } = await newestTo(db, 'every-way-2@example.com');
    const byAddress = await confirmAddress(db, move, browser(), now);
    await sendLink(
      db,
      { email: 'every-way-2@example.com', purpose: 'reset', locale: 'en' },
      site,
      sender,
      now,
    );
    const { token: reset } = await newestTo(db, 'every-way-2@example.com');
    const form = { token: reset, password: 'a quite different one' };
    const byReset = await resetPassword(db, form, site.name, browser(), now);
    for (const { isComplete, token } of [byLink, byAddress, byReset]) {
      expect(isComplete).toBe(false);
      expect(await readSession(db, token)).toBeUndefined();
    }
    // Whoever was half-way in with the old password or link begins anew.
    expect(await owesSecondStep(db, byLink.token, now)).toBe(false);
    expect(await owesSecondStep(db, byAddress.token, now)).toBe(false);
    expect(await owesSecondStep(db, byReset.token, now)).toBe(true);
    expect(await readSession(db, session)).toBeUndefined();
  });

  test('is over ten minutes after the first step', async () => {
    const { email, secret } = await guarded('slow');
    const { token } = await enter(email);
    await expect(finish(token, codeOf(secret, later(601)), later(601))).rejects.toThrow(NotFound);
    expect(await owesSecondStep(db, token, later(601))).toBe(false);
    await finish(token, codeOf(secret, later(599)), later(599));
  });

  test('accepts a code once, and none of a time before it', async () => {
    const { email, secret } = await guarded('replayed');
    const used = codeOf(secret, now);
    expect(await refusal(finish((await enter(email)).token, used))).toEqual({ code: 'codeWrong' });
    const next = codeOf(secret, later(30));
    await finish((await enter(email)).token, next);
    const { token } = await enter(email);
    expect(await refusal(finish(token, next))).toEqual({ code: 'codeWrong' });
    expect(await refusal(finish(token, used))).toEqual({ code: 'codeWrong' });
    await finish(token, codeOf(secret, later(60)), later(60));
  });

  test('forgives a clock that goes half a minute wrong, not more', async () => {
    const { email, secret } = await guarded('drifting');
    const { token } = await enter(email);
    const at = later(300);
    for (const seconds of [-60, 60]) {
      const code = codeOf(secret, later(300 + seconds));
      expect(await refusal(finish(token, code, at))).toEqual({ code: 'codeWrong' });
    }
    await finish(token, codeOf(secret, later(270)), at);
    await finish((await enter(email)).token, codeOf(secret, later(330)), at);
  });

  test('is done by one of many who come at once with one code', async () => {
    const { email, secret } = await guarded('raced');
    const code = codeOf(secret, later(30));
    const { token } = await enter(email);
    const { token: other } = await enter(email);
    const tries = [token, token, other, other].map((one) => finish(one, code));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('takes each recovery code once, however it is typed, and mails the member', async () => {
    const { email, codes, actor, secret } = await guarded('lost-phone');
    const used = async () =>
      (await mailsTo(db, email)).filter(({ kind }) => kind === 'recovery-code-used').length;
    await finish((await enter(email)).token, codeOf(secret, later(30)));
    expect(await used()).toBe(0);
    const [first = '', second = ''] = codes;
    await finish((await enter(email)).token, first.toUpperCase().replaceAll('-', ' '));
    const { token } = await enter(email);
    expect(await used()).toBe(1);
    expect(await refusal(finish(token, first))).toEqual({ code: 'codeWrong' });
    expect(await used()).toBe(1);
    await finish(token, second);
    expect(await used()).toBe(2);
    expect(await twoFactorSettings(db, actor)).toMatchObject({ codesLeft: 8 });
  });

  test('takes no code of somebody else', async () => {
    const one = await guarded('one');
    const two = await guarded('two');
    const { token } = await enter(one.email);
    for (const code of [two.codes[0]!, codeOf(two.secret, later(30)), '', '0'.repeat(6)]) {
      expect(await refusal(finish(token, code))).toEqual({ code: 'codeWrong' });
    }
  });

  test('is limited for each member, whoever guesses', async () => {
    const { email, secret } = await guarded('guessed');
    for (let count = 1; count < CODES_PER_MEMBER.uses; count += 1) {
      await refusal(finish((await enter(email)).token, 'aaaa-aaaa'));
    }
    const { token } = await enter(email);
    expect(await refusal(finish(token, codeOf(secret, later(30))))).toBeInstanceOf(TooMany);
  });

  test('never goes on with a token that was there before', async () => {
    const { email, secret } = await guarded('fixed');
    const planted = await openSession(db, (await member(db, 'planter')).actor.id, browser(), now);
    const { token } = await enter(email, planted);
    // Before the second step nothing has changed for the browser.
    expect((await readSession(db, planted))?.actor.handle).toBe('planter');
    const session = await finish(token, codeOf(secret, later(30)), now, planted);
    expect([planted, token]).not.toContain(session);
    expect(await readSession(db, planted)).toBeUndefined();
    expect((await readSession(db, session))?.actor.handle).toBe('fixed');
  });
});

describe('changing it', () => {
  test('new recovery codes make the old ones worthless, and the member is mailed', async () => {
    const { actor, token, email, codes } = await guarded('renewer');
    const late = renewRecoveryCodes(db, actor, { password: '', token }, site, sender, later(660));
    expect(await refusal(late)).toEqual({ password: 'proofMissing' });
    expect((await newestTo(db, email)).kind).toBe('two-factor-on');
    const proof = { password: PASSWORD, token };
    const fresh = await renewRecoveryCodes(db, actor, proof, site, sender, now);
    expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
    const mail = await newestTo(db, email);
    expect(mail.kind).toBe('recovery-codes-renewed');
    expect(mail.text).toContain('https://help.example.com/account/reset');
    for (const code of fresh) expect(mail.text).not.toContain(code);
    const step = await enter(email);
    expect(await refusal(finish(step.token, codes[0]!))).toEqual({ code: 'codeWrong' });
    await finish(step.token, fresh[0]!);
    const { actor: without, token: own } = await member(db, 'without');
    const none = renewRecoveryCodes(db, without, { password: '', token: own }, site, sender, now);
    await expect(none).rejects.toThrow(StalePage);
  });

  test('switching it off needs the member, ends other sessions and is mailed', async () => {
    const { actor, token, email, codes } = await guarded('quitter');
    const elsewhere = await finish((await enter(email)).token, codes[0]!);
    const { token: halfWay } = await enter(email);
    const remove = (password: string, at = now) =>
      removeTwoFactor(db, actor, { password, token }, site, browser(token), sender, at);
    expect(await refusal(remove('something else'))).toEqual({ password: 'passwordWrong' });
    expect(await refusal(remove('', later(660)))).toEqual({ password: 'proofMissing' });
    const fresh = await remove(PASSWORD);
    expect(fresh).not.toBe(token);
    expect((await readSession(db, fresh))?.actor.handle).toBe('quitter');
    for (const old of [token, elsewhere]) expect(await readSession(db, old)).toBeUndefined();
    expect(await owesSecondStep(db, halfWay, now)).toBe(false);
    expect((await newestTo(db, email)).kind).toBe('two-factor-off');
    expect((await enter(email)).isComplete).toBe(true);
    const left = await db.selectFrom('recovery_codes').where('member_id', '=', actor.id).execute();
    expect(left).toEqual([]);
    const again = removeTwoFactor(
      db,
      actor,
      { password: PASSWORD, token: fresh },
      site,
      browser(fresh),
      sender,
      now,
    );
    await expect(again).rejects.toThrow(StalePage);
  });

  test('the operator takes it from whoever has lost everything', async () => {
    const { email, token } = await guarded('helpless');
    expect(await resetTwoFactor(db, email.toUpperCase(), site, now)).toBe('helpless');
    expect(await readSession(db, token)).toBeUndefined();
    expect((await mailsTo(db, email))[0]?.kind).toBe('two-factor-off');
    expect((await enter(email)).isComplete).toBe(true);
    await expect(resetTwoFactor(db, email, site, now)).rejects.toThrow(NotFound);
    await expect(resetTwoFactor(db, 'no@example.com', site, now)).rejects.toThrow(NotFound);
  });

  test('nothing of it stays when the account is deleted', async () => {
    const { actor, token } = await guarded('gone');
    const proof = { password: PASSWORD, token };
    await deleteAccount(db, actor, proof, sender, now, accountRecords, () => Promise.resolve());
    for (const table of ['two_factors', 'recovery_codes', 'second_steps'] as const) {
      const rows = await db
        .selectFrom(table)
        .where('member_id', '=', actor.id)
        .selectAll()
        .execute();
      expect(rows, table).toEqual([]);
    }
  });
});

test('where it is required of staff, a role rests until it is set up', async () => {
  const plain = await member(db, 'new-moderator');
  await grantRole(db, plain.email, 'moderator');
  const { token } = await enter(plain.email);
  expect(await readSession(db, token, 'required')).toMatchObject({
    actor: { role: 'member' },
    withheldRole: 'moderator',
  });
  const optional = await readSession(db, token, 'optional');
  expect(optional?.actor.role).toBe('moderator');
  expect(optional?.withheldRole).toBeUndefined();

  const { sealed, secret } = offerTwoFactor(keys, plain.actor, site.name);
  const { token: fresh } = await turnOn({ ...plain, token }, sealed, codeOf(secret, now));
  const session = await readSession(db, fresh, 'required');
  expect(session?.actor.role).toBe('moderator');
  expect(session?.withheldRole).toBeUndefined();
  expect(await readSession(db, token)).toBeUndefined();
});
