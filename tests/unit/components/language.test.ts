import { expect, test } from 'vitest';
import { formatDate, isRightToLeft, languageName } from '#src/components/language.ts';

test.each(['ar', 'ar-EG', 'he', 'fa-IR', 'ur'])('%s runs from right to left', (locale) => {
  expect(isRightToLeft(locale)).toBe(true);
});

test.each(['en', 'de-AT', 'ja', 'pt-BR', 'art'])('%s runs from left to right', (locale) => {
  expect(isRightToLeft(locale)).toBe(false);
});

test('a language is named in its own words, or in those of another', () => {
  expect(languageName('de')).toBe('Deutsch');
  expect(languageName('ja')).toBe('日本語');
  expect(languageName('de', 'en')).toBe('German');
  expect(languageName('pt-BR', 'en')).toBe('Brazilian Portuguese');
});

test('a day is the same day wherever the page is built', () => {
  expect(formatDate('2026-11-20', 'en')).toBe('November 20, 2026');
  expect(formatDate('2026-11-20', 'de')).toBe('20. November 2026');
  expect(formatDate('2026-11-20', 'ja')).toBe('2026年11月20日');
});
