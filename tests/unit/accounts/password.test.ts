import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword, passwordFault } from '#src/features/accounts/password.ts';

const owner = {
  email: 'ada.lovelace@example.com',
  handle: 'ada-lovelace',
  siteName: 'Acme Help Desk',
};

describe('a new password', () => {
  test.each([
    ['has at least ten characters', 'nine char', 'passwordTooShort'],
    ['counts characters, not bytes', '𠮷野家で食べた', 'passwordTooShort'],
    ['has up to 128 characters', 'ab1 '.repeat(33), 'passwordTooLong'],
    ['is not a common one', 'qwertyuiop', 'passwordCommon'],
    ['is not a common one in capitals', 'QwertyUiop', 'passwordCommon'],
    ['is not one character again and again', 'aaaaaaaaaaaa', 'passwordCommon'],
    ['is not the address', 'Ada.Lovelace@example.com', 'passwordOwn'],
    ['is not what stands before the @', 'adalovelace', 'passwordOwn'],
    ['is not the handle', 'ada-lovelace', 'passwordOwn'],
    ['is not the name of the site', 'acmehelpdesk', 'passwordOwn'],
  ])('%s', async (_, password, fault) => {
    expect(await passwordFault(password, owner)).toBe(fault);
  });

  test.each(['correct horse battery', 'plainwordsonly then', '食べたい物は何でもある店'])(
    'may be %s',
    async (password) => {
      expect(await passwordFault(password, owner)).toBeUndefined();
    },
  );
});

describe('a hash', () => {
  test('is argon2id with the parameters of OWASP, salted', async () => {
    const [one, other] = await Promise.all([hashPassword('the same'), hashPassword('the same')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await isPassword(one, 'the same')).toBe(true);
    expect(await isPassword(one, 'the Same')).toBe(false);
  });

  test('is of the password however its signs were composed', async () => {
    expect(await isPassword(await hashPassword('caf\u00e9 noir'), 'cafe\u0301 noir')).toBe(true);
  });

  test('that is not there fits nothing', async () => {
    expect(await isPassword(undefined, 'nobody has this password')).toBe(false);
    expect(await isPassword(null, '')).toBe(false);
  });
});
