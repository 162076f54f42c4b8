import { describe, expect, test } from 'vitest';
import { ar } from '#src/locales/ar.ts';
import { de } from '#src/locales/de.ts';
import { en } from '#src/locales/en.ts';
import { ja } from '#src/locales/ja.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { plural } from '#src/locales/plural.ts';

const languages = { ar, de, en, ja };
const NUMBERS = [0, 1, 2, 5, 11, 100];

/** Every sentence of a language by its place, functions called with `argument`. */
function sentences(words: object, argument: unknown, place = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    const at = place ? `${place}.${key}` : key;
    if (typeof value === 'function') {
      found.set(at, value(...Array<unknown>(value.length).fill(argument)));
    } else if (typeof value === 'string') found.set(at, value);
    else for (const [inner, sentence] of sentences(value, argument, at)) found.set(inner, sentence);
  }
  return found;
}

const placeholders = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();

describe.each(Object.entries(languages))('the sentences in %s', (code, words) => {
  test('are those of English, no more and no fewer', () => {
    expect([...sentences(words, 1).keys()].sort()).toEqual([...sentences(en, 1).keys()].sort());
  });

  test.each(NUMBERS)('say something for %i', (n) => {
    for (const [place, sentence] of sentences(words, n)) {
      expect(sentence.trim(), place).not.toBe('');
      expect(sentence, place).not.toMatch(/undefined|NaN|\[object|function/);
    }
  });

  test('hold the places that English holds open', () => {
    const inEnglish = sentences(en, 'X');
    for (const [place, sentence] of sentences(words, 'X')) {
      expect(placeholders(sentence), place).toEqual(placeholders(inEnglish.get(place) ?? ''));
    }
  });

  test('name what they are about', () => {
    const named = sentences(words, 'Salt & Pepper');
    for (const [place, sentence] of sentences(en, 'Salt & Pepper')) {
      if (!sentence.includes('Salt & Pepper')) continue;
      expect(named.get(place), place).toContain('Salt & Pepper');
    }
  });

  test('have a form for every number that the language tells apart', () => {
    const numbers = Array.from({ length: 101 }, (_, n) => n);
    const byRule = new Map<string, string>();
    for (const n of numbers) {
      const rule = new Intl.PluralRules(code).select(n);
      const shape = words.site.articles(n).replace(String(n), '#');
      expect(byRule.get(rule) ?? shape, `${n}`).toBe(shape);
      byRule.set(rule, shape);
    }
  });

  test('are plain text', () => {
    for (const [place, sentence] of sentences(words, 1)) {
      expect(sentence, place).not.toMatch(/<\/?\w|&\w+;/);
    }
  });
});

test('no two languages share a sentence of several words, so none was left untranslated', () => {
  for (const [code, words] of Object.entries({ ar, de, ja })) {
    const inEnglish = sentences(en, 7);
    for (const [place, sentence] of sentences(words, 7)) {
      if (sentence.split(' ').length < 3) continue;
      expect(sentence, `${code} ${place}`).not.toBe(inEnglish.get(place));
    }
  }
});

test('a regional language reads its language, an unknown one English', () => {
  expect(messagesFor('de-AT')).toBe(de);
  expect(messagesFor('ar-EG')).toBe(ar);
  expect(messagesFor('sv')).toBe(en);
});

test('a plural form that is not given falls back to the general one', () => {
  expect(plural('ar', 2, { one: 'a', other: 'b' })).toBe('b');
  expect(plural('ar', 2, { two: 'c', other: 'b' })).toBe('c');
  expect(plural('en', 1, { one: 'a', other: 'b' })).toBe('a');
});
