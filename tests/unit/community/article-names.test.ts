import { describe, expect, test } from 'vitest';
import type { ArticleFacts } from '#src/features/articles/manifest.ts';
import {
  articlesNamed,
  linkArticles,
  markdownLink,
} from '#src/features/community/article-names.ts';

const site = { defaultLocale: 'en' };
const article = (title: string, slug: string, more: Partial<ArticleFacts> = {}): ArticleFacts => ({
  locale: 'en',
  category: 'using',
  slug,
  title,
  revision: '0'.repeat(16),
  sections: [],
  file: '',
  words: 100,
  ...more,
});
const articles = [
  article('Search', 'search'),
  article('Search misses', 'search-misses'),
  article('Read in your language', 'language'),
  article('Arrays [and brackets]', 'arrays'),
  article('Secret plan', 'secret', { unlisted: true }),
  article('In Ihrer Sprache lesen', 'language', { locale: 'de' }),
];
const titles = (name: string, locale = 'en') =>
  articlesNamed(articles, site, locale, name).map(({ title }) => title);
const link = (text: string) =>
  linkArticles(text, (name) => articlesNamed(articles, site, 'en', name));

test('articles are found by their name or a part of it, the closest first', () => {
  expect(titles('search')).toEqual(['Search', 'Search misses']);
  expect(titles('  LANGUAGE ')).toEqual(['Read in your language']);
  expect(titles('zzz')).toEqual([]);
  expect(titles(' ')).toEqual([]);
});

test('in another language its own articles stand for the ones they translate', () => {
  expect(titles('sprache', 'de')).toEqual(['In Ihrer Sprache lesen']);
  expect(titles('language', 'de')).toEqual([]);
  expect(titles('misses', 'de')).toEqual(['Search misses']);
});

test('an unlisted article is not told of', () => expect(titles('secret')).toEqual([]));

describe('a name in double brackets', () => {
  test('becomes a link when it means one article', () => {
    expect(link('See [[search]] and [[your language]].')).toEqual({
      text: 'See [Search](/articles/using/search) and [Read in your language](/articles/using/language).',
      hasUnknown: false,
    });
  });

  test('is left as it is when it means none or several', () => {
    const text = '[[zzz]] or [[sear]]';
    expect(link(text)).toEqual({ text, hasUnknown: true });
  });

  test('is left alone in code and in links', () => {
    const text = '`[[search]]`\n\n```\n[[search]]\n```\n\n    [[search]]\n\n[x [[search]]](/y)';
    expect(link(text)).toEqual({ text, hasUnknown: false });
  });

  test('is a link whatever signs the title has', () => {
    expect(link('[[Arrays]]').text).toBe('[Arrays \\[and brackets\\]](/articles/using/arrays)');
    expect(markdownLink({ title: 'A', path: '/a(b)' })).toBe('[A](/a%28b%29)');
  });
});
