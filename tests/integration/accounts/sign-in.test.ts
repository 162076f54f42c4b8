import { beforeAll, describe, expect, test } from 'vitest';
import { SIGN_INS_PER_MEMBER, SIGN_INS_PER_NETWORK } from '#src/features/accounts/limits.ts';
import { readLink } from '#src/features/accounts/read-link.ts';
import { resetPassword } from '#src/features/accounts/reset-password.ts';
import { sendLink } from '#src/features/accounts/send-link.ts';
import { readSession } from '#src/features/accounts/session.ts';
import { signInByLink } from '#src/features/accounts/sign-in-by-link.ts';
import { signIn } from '#src/features/accounts/sign-in.ts';
import { NotFound, TooMany } from '#src/server/errors.ts';
import type { Sender } from '#src/server/sender.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { browser, mailsTo, member, newestTo, PASSWORD, refusal, site, somebody } from './people.ts';

const { db } = await testDatabase();
const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let sender: Sender;

const enter = async (email: string, password = PASSWORD, from = sender) =>
  signIn(db, { email, password }, browser(), from, now);
const ask = (email: string, purpose: 'sign-in' | 'reset', next?: string) =>
  sendLink(db, { email, purpose, locale: 'en', next }, site, sender, now);

beforeAll(async () => {
  await member(db, 'amira');
});

describe('signing in', () => {
  beforeAll(async () => {
    sender = await somebody(db);
  });

  test('works whatever the capitals of the address', async () => {
    const session = await readSession(db, (await enter(' Amira@Example.com ')).token);
    expect(session?.actor.handle).toBe('amira');
  });

  test('fails in the same words with a wrong password and with an unknown address', async () => {
    const wrong = await refusal(enter('amira@example.com', 'something else'));
    expect(wrong).toEqual({ password: 'signInFailed' });
    expect(await refusal(enter('nobody@example.com'))).toEqual(wrong);
    expect(await refusal(enter('amira@example.com', ''))).toEqual(wrong);
    expect(await refusal(enter("' OR true --"))).toEqual(wrong);
  });

  test('takes as long with an unknown address', async () => {
    const median = async (email: (run: number) => string) => {
      const times = [];
      for (let run = 0; run < 9; run += 1) {
        const began = performance.now();
        await refusal(enter(email(run), 'something else', await somebody(db)));
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[4]!;
    };
    const known = await member(db, 'timed');
    const [there, nowhere] = [
      await median(() => known.email),
      await median((run) => `nobody-${run}@example.com`),
    ];
    expect(nowhere / there).toBeGreaterThan(0.5);
    expect(nowhere / there).toBeLessThan(2);
  });

  test('is limited for each account, also for one that is not there', async () => {
    for (const email of ['limited@example.com', 'not-there@example.com']) {
      if (email.startsWith('limited')) await member(db, 'limited');
      for (let count = 0; count < SIGN_INS_PER_MEMBER.uses; count += 1) {
        await refusal(enter(email, 'guess', await somebody(db)));
      }
      const error = await refusal(enter(email, PASSWORD, await somebody(db)));
      expect(error).toBeInstanceOf(TooMany);
      expect((error as TooMany).seconds).toBeGreaterThan(500);
    }
  });

  test('is limited for each sender', async () => {
    const guesser = await somebody(db);
    const guesses = Array.from({ length: SIGN_INS_PER_NETWORK.uses }, (_, index) =>
      refusal(enter(`guess-${index}@example.com`, 'guess', guesser)),
    );
    await Promise.all(guesses);
    expect(await refusal(enter('one-more@example.com', 'x', guesser))).toBeInstanceOf(TooMany);
  });

  test('leaves no address in the limits', async () => {
    const keys = await db.selectFrom('rate_limits').select('key').execute();
    expect(JSON.stringify(keys)).not.toContain('example');
  });
});

describe('a mailed link', () => {
  beforeAll(async () => {
    sender = await somebody(db);
  });

  test('signs in once, within the hour, and only its hash is kept', async () => {
    const { email, actor } = await member(db, 'linked');
    await ask(email, 'sign-in', '/community/ask');
    const { token, text, kind } = await newestTo(db, email);
    expect(kind).toBe('sign-in-link');
    expect(text).toContain('&next=%2Fcommunity%2Fask');
    const rows = await db.selectFrom('mailed_links').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);

    expect(await readLink(db, token, 'sign-in', now)).toBe(email);
    await expect(signInByLink(db, token, browser(), later(61))).rejects.toThrow(NotFound);
    const session = await signInByLink(db, token, browser(), later(59));
    expect((await readSession(db, session.token))?.actor.id).toBe(actor.id);
    await expect(signInByLink(db, token, browser(), now)).rejects.toThrow(NotFound);
  });

  test('is used by one of many who come at once', async () => {
    const { email } = await member(db, 'raced');
    await ask(email, 'sign-in');
    const { token } = await newestTo(db, email);
    const tries = Array.from({ length: 8 }, () => signInByLink(db, token, browser(), now));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('opens no other door', async () => {
    const { email } = await member(db, 'purposeful');
    await ask(email, 'sign-in');
    const { token } = await newestTo(db, email);
    const form = { token, password: 'another long one' };
    await expect(resetPassword(db, form, site.name, browser(), now)).rejects.toThrow(NotFound);
    await signInByLink(db, token, browser(), now);
  });

  test('is asked for in the same way for an address without an account, which is told by mail', async () => {
    for (const purpose of ['sign-in', 'reset'] as const) {
      const email = `stranger-${purpose}@example.com`;
      expect(await ask(email, purpose)).toBeUndefined();
      const [mail, ...more] = await mailsTo(db, email);
      expect(mail).toMatchObject({ kind: 'unknown-address', token: '' });
      expect(more).toEqual([]);
    }
  });

  test('is limited for each recipient, there or not', async () => {
    const { email } = await member(db, 'flooded');
    for (const [to, before] of [
      [email, 1],
      ['nobody-flooded@example.com', 0],
    ] as const) {
      for (let count = before; count < 5; count += 1) await ask(to, 'sign-in');
      expect(await refusal(ask(to, 'sign-in'))).toBeInstanceOf(TooMany);
    }
  });
});

describe('a forgotten password', () => {
  beforeAll(async () => {
    sender = await somebody(db);
  });

  test('is replaced, and everything that was open before ends', async () => {
    const { email, token: old } = await member(db, 'forgetful');
    await ask(email, 'sign-in');
    const { token: otherLink } = await newestTo(db, email);
    await ask(email, 'reset');
    const { token } = await newestTo(db, email);
    const reset = (password: string) =>
      resetPassword(db, { token, password }, site.name, browser(old), now);

    expect(await refusal(reset('1234567890'))).toEqual({ password: 'passwordCommon' });
    expect(await refusal(reset('forgetful@example.com'))).toEqual({ password: 'passwordOwn' });
    const { token: fresh } = await reset('a quite different one');
    expect(fresh).not.toBe(old);
    expect(await readSession(db, old)).toBeUndefined();
    expect((await readSession(db, fresh))?.actor.handle).toBe('forgetful');
    await expect(reset('and one more')).rejects.toThrow(NotFound);
    await expect(signInByLink(db, otherLink, browser(), now)).rejects.toThrow(NotFound);

    expect(await refusal(enter(email))).toEqual({ password: 'signInFailed' });
    await enter(email, 'a quite different one');
  });
});
