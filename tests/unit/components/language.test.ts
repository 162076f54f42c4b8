import { expect, test } from 'vitest';
import { formatDate, formatMoment, isRightToLeft, languageName } from '#src/components/language.ts';

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

test('a moment is written the way its readers write it, and says by which clock', () => {
  const at = new Date('2026-11-20T23:30:00-02:00');
  expect(formatMoment(at, 'en')).toMatch(/^Nov 21, 2026, 1:30\sAM UTC$/);
  expect(formatMoment(at, 'de')).toBe('21.11.2026, 01:30 UTC');
});
