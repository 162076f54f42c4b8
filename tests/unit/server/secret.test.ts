import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { assertSharedKey, readEnv } from '#src/server/env.ts';
import { readSigned, seal, sign, unseal } from '#src/server/secret.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'helpmark-secret-'));
afterAll(() => rmSync(folder, { recursive: true }));

const env = { SECRET_KEY: 'k'.repeat(20) + 'ey'.repeat(20), DATA_DIR: folder };
const other = { ...env, SECRET_KEY: 'another'.repeat(8) };

describe('a signed text', () => {
  test('is read where it was signed, for its purpose', () => {
    expect(readSigned(env, 'unsubscribe', sign(env, 'unsubscribe', 'member 3: ü'))).toBe(
      'member 3: ü',
    );
  });

  test('is nothing for another purpose, under another key, changed or mangled', () => {
    const signed = sign(env, 'unsubscribe', '3');
    expect(readSigned(env, 'sign-in', signed)).toBeUndefined();
    expect(readSigned(other, 'unsubscribe', signed)).toBeUndefined();
    const [, signature] = signed.split('.');
    const forged = `${Buffer.from('4').toString('base64url')}.${signature}`;
    expect(readSigned(env, 'unsubscribe', forged)).toBeUndefined();
    for (const junk of ['', '.', 'a', 'a.b', `${signed}x`]) {
      expect(readSigned(env, 'unsubscribe', junk)).toBeUndefined();
    }
  });
});

describe('a sealed text', () => {
  test('is opened with its key only, and says nothing of itself', () => {
    const sealed = seal(env, 'totp', 'JBSWY3DP');
    expect(sealed).not.toContain('JBSWY3DP');
    expect(seal(env, 'totp', 'JBSWY3DP')).not.toBe(sealed);
    expect(unseal(env, 'totp', sealed)).toBe('JBSWY3DP');
    expect(unseal(env, 'mail', sealed)).toBeUndefined();
    expect(unseal(other, 'totp', sealed)).toBeUndefined();
    expect(unseal(env, 'totp', `${sealed.slice(0, -2)}AA`)).toBeUndefined();
    expect(unseal(env, 'totp', '')).toBeUndefined();
  });
});

test('without a configured key one is made once, for this account alone', () => {
  const keyless = { SECRET_KEY: undefined, DATA_DIR: path.join(folder, 'data') };
  const signed = sign(keyless, 'a', 'b');
  expect(readSigned(keyless, 'a', signed)).toBe('b');
  const file = path.join(folder, 'data', 'secret-key');
  expect(readFileSync(file, 'utf8')).toMatch(/^[\da-f]{64}$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

describe('the configured key', () => {
  test.each([
    ['short'],
    ['change-me-change-me-change-me-change-me'],
    ['this-is-only-an-example-of-a-key-1234'],
    ['0'.repeat(64)],
  ])('%s is refused, and not repeated', (SECRET_KEY) => {
    expect(() => readEnv({ SECRET_KEY })).toThrow(/^SECRET_KEY: expected at least 32/);
    expect(() => readEnv({ SECRET_KEY })).not.toThrow(SECRET_KEY);
  });

  test('has to be given in production with a database of one’s own', () => {
    const own = readEnv({ DATABASE_URL: 'postgres://db/help' });
    expect(() => assertSharedKey(own, true)).toThrow(/^SECRET_KEY: expected .* it is not set$/);
    expect(() => assertSharedKey(own, false)).not.toThrow();
    expect(() => assertSharedKey({ ...own, SECRET_KEY: env.SECRET_KEY }, true)).not.toThrow();
    expect(() => assertSharedKey(readEnv({}), true)).not.toThrow();
  });
});
