import { expect, test } from 'vitest';
import {
  articlePath,
  categoryPath,
  localeParam,
  localePath,
} from '#src/features/articles/address.ts';

const site = { defaultLocale: 'en' };

test('the default locale has no prefix, others have', () => {
  expect(localePath(site, 'en', '/')).toBe('/');
  expect(localePath(site, 'de', '/')).toBe('/de');
  expect(localePath(site, 'en', '/search')).toBe('/search');
  expect(localePath(site, 'pt-BR', '/search')).toBe('/pt-BR/search');
  expect(categoryPath(site, 'de', 'using')).toBe('/de/articles/using');
  expect(articlePath(site, 'en', 'using', 'search')).toBe('/articles/using/search');
  expect(articlePath({ defaultLocale: 'de' }, 'en', 'a', 'b')).toBe('/en/articles/a/b');
});

test('a route has no locale for the default one', () => {
  expect(localeParam(site, 'en')).toBeUndefined();
  expect(localeParam(site, 'ja')).toBe('ja');
});
