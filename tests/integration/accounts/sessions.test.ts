import { describe, expect, test } from 'vitest';
import { endSession } from '#src/features/accounts/end-session.ts';
import { grantRole } from '#src/features/accounts/grant-role.ts';
import { listSessions } from '#src/features/accounts/list-sessions.ts';
import { listStaff } from '#src/features/accounts/list-staff.ts';
import {
  closeSession,
  closeSessions,
  MOST_SESSIONS,
  openSession,
  readSession,
  SESSION_DAYS,
  sessionCookie,
} from '#src/features/accounts/session.ts';
import { NotFound } from '#src/server/errors.ts';
import { hashOfToken } from '#src/server/token.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { browser, member } from './people.ts';

const { db } = await testDatabase();
const now = new Date();
const DAY = 86_400_000;
const fromNow = (days: number) => new Date(Date.now() + days * DAY);
const setEnd = (token: string, end: Date) =>
  db
    .updateTable('sessions')
    .set({ expires_at: end })
    .where('token_hash', '=', hashOfToken(token))
    .execute();

describe('a session', () => {
  test('is kept under the hash of its token', async () => {
    const { token } = await member(db, 'amira');
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = await db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await readSession(db, rows[0]!.token_hash)).toBeUndefined();
    expect(await readSession(db, 'made up')).toBeUndefined();
  });

  test('gets a new token at every sign-in; one planted before is worth nothing', async () => {
    const { actor, token } = await member(db, 'fixed');
    const planted = 'planted-by-somebody-else';
    const first = await openSession(db, actor.id, browser(planted), now);
    expect(first).not.toBe(planted);
    expect(await readSession(db, planted)).toBeUndefined();
    const second = await openSession(db, actor.id, browser(first), now);
    expect(await readSession(db, first)).toBeUndefined();
    expect((await readSession(db, second))?.actor.id).toBe(actor.id);
    expect((await readSession(db, token))?.actor.id).toBe(actor.id);
  });

  test('is prolonged in its second half, and over at its end', async () => {
    const { token } = await member(db, 'sliding');
    expect((await readSession(db, token))?.isProlonged).toBe(false);
    await setEnd(token, fromNow(SESSION_DAYS / 2 - 1));
    expect((await readSession(db, token))?.isProlonged).toBe(true);
    expect((await readSession(db, token))?.isProlonged).toBe(false);
    await setEnd(token, fromNow(-0.001));
    expect(await readSession(db, token)).toBeUndefined();
  });

  test('is one of ten; the one unused for longest goes', async () => {
    const { actor, token: oldest } = await member(db, 'everywhere');
    await setEnd(oldest, fromNow(SESSION_DAYS - 1));
    for (let count = 0; count < MOST_SESSIONS; count += 1) {
      await openSession(db, actor.id, browser(), now);
    }
    expect(await readSession(db, oldest)).toBeUndefined();
    expect(await listSessions(db, actor, oldest, now)).toHaveLength(MOST_SESSIONS);
  });

  test('is listed, and ended by its member alone', async () => {
    const { actor, token } = await member(db, 'lister');
    const { actor: stranger } = await member(db, 'stranger');
    const other = await openSession(db, actor.id, browser(), now);
    const listed = await listSessions(db, actor, token, now);
    expect(listed.map(({ isThisOne }) => isThisOne).sort()).toEqual([false, true]);
    expect(listed[0]).toMatchObject({ userAgent: 'Test Browser' });
    const there = listed.find(({ isThisOne }) => !isThisOne)!;
    await endSession(db, stranger, there.id);
    expect(await readSession(db, other)).toBeDefined();
    await endSession(db, actor, there.id);
    expect(await readSession(db, other)).toBeUndefined();
    expect(await readSession(db, token)).toBeDefined();
  });

  test('ends with signing out, here or everywhere', async () => {
    const { actor, token } = await member(db, 'leaver');
    const other = await openSession(db, actor.id, browser(), now);
    await closeSession(db, token);
    expect(await readSession(db, token)).toBeUndefined();
    expect(await readSession(db, other)).toBeDefined();
    await closeSessions(db, actor.id);
    expect(await readSession(db, other)).toBeUndefined();
  });
});

test('the cookie is out of reach of scripts and other sites, and on https of eavesdroppers', () => {
  const plain = sessionCookie(db, 'abc', 'http://localhost:4321');
  expect(plain.attributes).toMatchObject({
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: false,
    maxAge: SESSION_DAYS * 86_400,
  });
  expect(sessionCookie(db, 'abc', 'https://help.example.com').attributes.secure).toBe(true);
  const blank = sessionCookie(db, undefined, 'https://help.example.com');
  expect(blank).toMatchObject({ value: '', attributes: { maxAge: 0 } });
});

test('a role is granted by the operator, and ends the sessions of before', async () => {
  const { actor, token, email } = await member(db, 'risen');
  expect(await grantRole(db, email.toUpperCase(), 'moderator')).toBe('risen');
  expect(await readSession(db, token)).toBeUndefined();
  const fresh = await openSession(db, actor.id, browser(), now);
  expect((await readSession(db, fresh))?.actor.role).toBe('moderator');
  expect(await listStaff(db)).toEqual([
    { handle: 'risen', name: 'Name of risen', email, role: 'moderator' },
  ]);
  await expect(grantRole(db, 'nobody@example.com', 'admin')).rejects.toThrow(NotFound);
});
