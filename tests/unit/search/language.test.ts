import { expect, test } from 'vitest';
import { fillerWords } from '#src/features/search/filler-words.ts';
import { loadLanguage } from '#src/features/search/language.ts';

test.each([
  ['de', 'Rechnungen', 'rechnung'],
  ['el', 'λογαριασμοί', 'λογαριασμός'],
  ['hu', 'jelszavakat', 'jelszavak'],
  ['nb', 'passordet', 'passord'],
  ['pt-BR', 'contas', 'conta'],
  ['ro', 'parolele', 'parole'],
  ['uk', 'паролями', 'паролі'],
])('in %s, %s and %s are one word', async (locale, one, other) => {
  const { stem } = await loadLanguage(locale, []);
  expect(stem(one.toLowerCase())).toBe(stem(other));
});

test('accents are left out by many, and make no other word', async () => {
  const { stem } = await loadLanguage('es', []);
  expect(stem('contraseña')).toBe(stem('contrasena'));
});

test.each(['ar', 'cs', 'de', 'en', 'fa', 'he', 'ja', 'ko', 'th', 'vi', 'zh-TW'])(
  'in %s there are words that say nothing',
  (locale) => {
    expect(fillerWords(locale).length).toBeGreaterThan(20);
  },
);

test('in a language that nothing is known of, words stay as they are', async () => {
  const { stem, isFiller } = await loadLanguage('xx', fillerWords('xx'));
  expect(stem('words')).toBe('words');
  expect(isFiller('the')).toBe(false);
});
