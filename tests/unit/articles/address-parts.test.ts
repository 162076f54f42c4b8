import { expect, test } from 'vitest';
import { addressParts } from '#src/features/articles/address.ts';

const site = { defaultLocale: 'en', locales: ['en', 'de'] };

test('the path of an article says where it stands', () => {
  expect(addressParts(site, '/articles/using/search')).toEqual(['en', 'using', 'search']);
  expect(addressParts(site, '/de/articles/using/search#a?b')).toEqual(['de', 'using', 'search']);
  expect(addressParts(site, '/articles/using/a%20b?q')).toEqual(['en', 'using', 'a b']);
  for (const none of [
    '',
    '/articles/using',
    '/articles/using/search/feedback',
    '/xx/articles/using/search',
    'https://a.test/articles/using/search',
    '/articles/using/%',
  ]) {
    expect(addressParts(site, none), none).toBeUndefined();
  }
});
