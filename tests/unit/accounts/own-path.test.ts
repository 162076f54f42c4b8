import { describe, expect, test } from 'vitest';
import { leadingOnTo, ownPath } from '#src/features/accounts/own-path.ts';

describe('the path to go on to', () => {
  test.each(['/', '/community/ask', '/de/account?saved#delete', '/a%2F%2Fb', '/?q=//x'])(
    'may be %s',
    (path) => expect(ownPath(path)).toBe(path),
  );

  test.each([
    '',
    'account',
    '//elsewhere.example',
    '///elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    ' /account',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    '/%2e//elsewhere.example',
    '/a b',
    '/a\r\nSet-Cookie: a=b',
    undefined,
    null,
  ])('is not %j', (path) => expect(ownPath(path)).toBeUndefined());
});

test('a page leads on to it', () => {
  expect(leadingOnTo('/account/sign-in', '/a?b=c&d')).toBe(
    '/account/sign-in?next=%2Fa%3Fb%3Dc%26d',
  );
  expect(leadingOnTo('/account/sign-in', undefined)).toBe('/account/sign-in');
});
