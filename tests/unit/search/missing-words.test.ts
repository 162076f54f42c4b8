import { expect, test } from 'vitest';
import { missingWords } from '#src/features/search/missing-words.ts';

const words = (path: string) => missingWords(path, ['en', 'de', 'ja']).join(' ');

test.each([
  ['/articles/using/reset-password', 'reset password using'],
  ['/de/articles/nutzen/passwort_zurücksetzen.html', 'passwort zurücksetzen nutzen'],
  ['/hc/en-us/articles/360012345678-Reset-your-Password', 'reset your password'],
  ['/help/kb/1234/resetPassword.php', 'reset password'],
  ['/ja/%E6%A4%9C%E7%B4%A2', '検索'],
  ['/a/3f2b9c1d/billing', 'billing'],
  ['/billing/billing', 'billing'],
  ['/search?q=secret#part', 'search'],
  ['/caf%C3%A9+menu', 'café menu'],
  ['/100%/broken%E0%A4name', 'broken name'],
  ['/', ''],
  ['/index.html', ''],
  ['/12345', ''],
])('%s is about “%s”', (path, about) => {
  expect(words(path)).toBe(about);
});

test('a long path is cut to its most telling words', () => {
  expect(missingWords('/one/two/three-four-five-six-seven', [])).toEqual([
    'three',
    'four',
    'five',
    'six',
    'seven',
    'two',
  ]);
});

test('a word that is also a locale is kept where it is not one', () => {
  expect(words('/articles/writing/de')).toBe('de writing');
});
