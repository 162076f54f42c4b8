import { describe, expect, test } from 'vitest';
import { readEnv } from '#src/server/env.ts';
import { providerOf } from '#src/server/provider.ts';

const given = {
  OIDC_ISSUER: 'https://accounts.example.com',
  OIDC_CLIENT_ID: 'an id',
  OIDC_CLIENT_SECRET: 'hush',
};

describe('single sign-on', () => {
  test('has a provider when all of it is set, called by its host unless told', () => {
    expect(providerOf(readEnv(given))).toEqual({
      issuer: 'https://accounts.example.com',
      clientId: 'an id',
      clientSecret: 'hush',
      name: 'accounts.example.com',
    });
    expect(providerOf(readEnv({ ...given, OIDC_NAME: 'Acme' }))?.name).toBe('Acme');
    expect(providerOf(readEnv({}))).toBeUndefined();
    expect(providerOf(readEnv({ OIDC_NAME: 'Acme' }))).toBeUndefined();
  });

  test.each(Object.keys(given))('is refused without %s alone, which is named', (name) => {
    const half = { ...given, [name]: '' };
    expect(() => readEnv(half)).toThrow(new RegExp(`^${name}: expected beside the other two`));
    expect(() => readEnv(half)).not.toThrow('hush');
    const others = Object.keys(given).filter((one) => one !== name);
    expect(() => readEnv({ [name]: given[name as keyof typeof given] })).toThrow(
      new RegExp(`^${others[0]}: .*\n${others[1]}: `),
    );
  });

  test.each([
    'http://accounts.example.com',
    'accounts.example.com',
    'http://localhost.example.com',
  ])('takes no provider at %s, where anybody may listen', (OIDC_ISSUER) => {
    expect(() => readEnv({ ...given, OIDC_ISSUER })).toThrow(/^OIDC_ISSUER: expected the https/);
  });

  test('takes one of this machine, to try it', () => {
    const OIDC_ISSUER = 'http://localhost:3000/realm';
    expect(readEnv({ ...given, OIDC_ISSUER }).OIDC_ISSUER).toBe(OIDC_ISSUER);
  });
});

test('two factors are required of staff only by a word that is known', () => {
  expect(readEnv({}).STAFF_TWO_FACTOR).toBe('optional');
  expect(readEnv({ STAFF_TWO_FACTOR: 'required' }).STAFF_TWO_FACTOR).toBe('required');
  expect(() => readEnv({ STAFF_TWO_FACTOR: 'yes' })).toThrow(/^STAFF_TWO_FACTOR: expected one of/);
});
