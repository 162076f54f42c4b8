import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor, Role } from '#src/features/accounts/actor.ts';
import { MOST_TOKENS, type Scope } from '#src/features/accounts/api-token.ts';
import { deleteAccount } from '#src/features/accounts/delete-account.ts';
import { WRONG_TOKENS_PER_NETWORK } from '#src/features/accounts/limits.ts';
import { listTokens } from '#src/features/accounts/list-tokens.ts';
import { makeToken } from '#src/features/accounts/make-token.ts';
import { accountRecords } from '#src/features/accounts/own-records.ts';
import { readToken } from '#src/features/accounts/read-token.ts';
import { revokeToken } from '#src/features/accounts/revoke-token.ts';
import { NotAllowed, NotSignedIn, TooMany } from '#src/server/errors.ts';
import type { Sender } from '#src/server/sender.ts';
import { hashOfToken } from '#src/server/token.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { member, newestTo, PASSWORD, refusal, site, somebody } from './people.ts';

const { db } = await testDatabase();
const now = new Date();
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let sender: Sender;

beforeAll(async () => {
  sender = await somebody(db);
});

async function staff(handle: string, role: Role = 'author') {
  const { actor, email, token } = await member(db, handle);
  await change(actor.id, { role });
  return { actor: { ...actor, role } as Actor, email, token };
}

const change = (id: number, values: { role?: Role; suspended_until?: Date }) =>
  db.updateTable('members').set(values).where('id', '=', id).execute();

const make = (
  { actor, token }: { actor: Actor; token: string },
  form: Partial<{ name: string; scope: string; days: string; password: string }> = {},
) => {
  const typed = { name: 'CI', scope: 'insights:read', days: '30', password: '', ...form, token };
  return makeToken(db, actor, typed, site, sender, now);
};
const read = (token: string | undefined, at = now, rule?: 'optional' | 'required') =>
  readToken(db, token, 'insights:read', sender.visitor, at, rule ?? 'optional');

describe('making one', () => {
  test('tells it once, keeps its hash, and mails the owner', async () => {
    const person = await staff('maker');
    const token = await make(person);
    expect(token).toMatch(/^helpmark_[\w-]{43}$/);
    const rows = await db.selectFrom('api_tokens').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ token_hash: hashOfToken(token), scopes: ['insights:read'] });
    expect(JSON.stringify(rows)).not.toContain(token.slice('helpmark_'.length));
    const mail = await newestTo(db, person.email);
    expect(mail.kind).toBe('token-made');
    expect(mail.text + mail.html).not.toContain(token.slice('helpmark_'.length));
    expect(await listTokens(db, person.actor, now)).toMatchObject([
      { name: 'CI', scopes: ['insights:read'], usedAt: null, isExpired: false },
    ]);
  });

  test.each(['author', 'moderator', 'admin'] as const)('is for a %s', async (role) => {
    const person = await staff(`one-${role}`, role);
    expect(await read(await make(person))).toEqual(person.actor);
  });

  test('is not for members, and not for the suspended', async () => {
    const plain = await member(db, 'plain');
    await expect(make(plain)).rejects.toThrow(NotAllowed);
    const person = await staff('suspended-one');
    const suspended = { ...person.actor, suspendedUntil: later(1) };
    await expect(make({ ...person, actor: suspended })).rejects.toThrow(NotAllowed);
  });

  test('takes a name, a known scope, a known life, and the member', async () => {
    const person = await staff('careful');
    expect(await refusal(make(person, { name: '  ' }))).toEqual({ name: 'tokenNameMissing' });
    expect(await refusal(make(person, { name: 'x'.repeat(61) }))).toEqual({
      name: 'tokenNameTooLong',
    });
    expect(await refusal(make(person, { scope: 'everything' }))).toEqual({});
    expect(await refusal(make(person, { days: '7' }))).toEqual({});
    expect(await refusal(make(person, { password: 'not it' }))).toEqual({
      password: 'passwordWrong',
    });
    expect(await listTokens(db, person.actor, now)).toEqual([]);
  });

  test('ends at ten, also for those who ask at the same time', async () => {
    const person = await staff('hoarder');
    const asked = Array.from({ length: MOST_TOKENS + 3 }, () => refusal(make(person)));
    const refused = (await Promise.all(asked)).filter((one) => typeof one === 'object');
    expect(refused).toHaveLength(3);
    expect(refused[0]).toEqual({ name: 'tokensTooMany' });
  });
});

describe('using one', () => {
  test('is noted once an hour', async () => {
    const person = await staff('user');
    const token = await make(person);
    const usedAt = async () => (await listTokens(db, person.actor, now))[0]?.usedAt;
    await read(token, now);
    expect(await usedAt()).toEqual(now);
    await read(token, later(0.9));
    expect(await usedAt()).toEqual(now);
    await read(token, later(1));
    expect(await usedAt()).toEqual(later(1));
  });

  test('ends with its life', async () => {
    const person = await staff('mortal');
    const token = await make(person);
    const forEver = await make(person, { days: '0' });
    expect(await read(token, later(30 * 24 - 1))).toBeDefined();
    await expect(read(token, later(30 * 24))).rejects.toThrow(NotSignedIn);
    expect(await read(forEver, later(24 * 10_000))).toBeDefined();
    expect(await listTokens(db, person.actor, later(30 * 24))).toMatchObject([
      { isExpired: false },
      { isExpired: true },
    ]);
  });

  test('ends when it is revoked, by its owner only', async () => {
    const [person, other] = [await staff('keeper'), await staff('stranger')];
    const token = await make(person);
    const [{ id } = { id: 0 }] = await listTokens(db, person.actor, now);
    await revokeToken(db, other.actor, id);
    expect(await read(token)).toBeDefined();
    await revokeToken(db, person.actor, id);
    await revokeToken(db, person.actor, id);
    await expect(read(token)).rejects.toThrow(NotSignedIn);
  });

  test('rests while its owner has lost the role, is suspended, or owes two factors', async () => {
    const person = await staff('fallen');
    const token = await make(person);
    const { id } = person.actor;
    await change(id, { role: 'member' });
    await expect(read(token)).rejects.toThrow(NotAllowed);
    await change(id, { role: 'moderator', suspended_until: later(5) });
    await expect(read(token)).rejects.toThrow(NotAllowed);
    expect(await read(token, later(5))).toMatchObject({ role: 'moderator' });
    await expect(read(token, later(5), 'required')).rejects.toThrow(NotAllowed);
  });

  test('is for what it was made for', async () => {
    const token = await make(await staff('narrow'));
    const other = 'insights:write' as Scope;
    await expect(readToken(db, token, other, sender.visitor, now)).rejects.toThrow(NotAllowed);
  });

  test('goes with the account', async () => {
    const person = await staff('leaver');
    const token = await make(person);
    const proof = { password: PASSWORD, token: person.token };
    await deleteAccount(db, person.actor, proof, sender, now, accountRecords, async () => {});
    await expect(read(token)).rejects.toThrow(NotSignedIn);
    const left = db.selectFrom('api_tokens').select('id').where('member_id', '=', person.actor.id);
    expect(await left.execute()).toEqual([]);
  });

  test('none or a wrong one is refused, and a network that tries many waits', async () => {
    await expect(read(undefined)).rejects.toThrow(NotSignedIn);
    const { visitor } = await somebody(db);
    const guess = () => readToken(db, 'helpmark_guess', 'insights:read', visitor, now);
    for (let tries = 0; tries < WRONG_TOKENS_PER_NETWORK.uses; tries += 1) {
      await expect(guess()).rejects.toThrow(NotSignedIn);
    }
    await expect(guess()).rejects.toThrow(TooMany);
    // A right one from there is still good: an office is one network.
    const token = await make(await staff('neighbour'));
    expect(await readToken(db, token, 'insights:read', visitor, now)).toBeDefined();
  });
});
