import { expect, test } from 'vitest';
import { movedFrom } from '#src/features/feedback/moved-from.ts';

const paths = [
  '/articles/using/login',
  '/de/articles/using/anmelden/',
  '/hc/en-us/login',
  '/articles/using',
];

test('an article in the default locale has moved from addresses without a prefix', () => {
  expect(movedFrom({ locale: 'en', redirectFrom: paths }, 'en')).toEqual([
    { locale: 'en', category: 'using', slug: 'login' },
  ]);
});

test('an article in another locale has moved from addresses with its prefix', () => {
  expect(movedFrom({ locale: 'de', redirectFrom: paths }, 'en')).toEqual([
    { locale: 'de', category: 'using', slug: 'anmelden' },
  ]);
});
