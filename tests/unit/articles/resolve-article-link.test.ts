import { expect, test } from 'vitest';
import { resolveArticleLink } from '#src/features/content/resolve-article-link.ts';

const from = 'articles/en/using/search.md';
const to = (category: string, slug: string, anchor?: string, locale = 'en') => ({
  kind: 'article',
  locale,
  category,
  slug,
  anchor,
});

test.each([
  ['vote.md', to('using', 'vote')],
  ['./vote.md#how', to('using', 'vote', 'how')],
  ['../writing/first.md?x=1#a%20b', to('writing', 'first', 'a b')],
  ['../../de/using/vote.md', to('using', 'vote', undefined, 'de')],
  ['./%C3%BCber.md', to('using', 'über')],
  ['./u\u0308ber.md', to('using', 'über')],
  ['#here', to('using', 'search', 'here')],
  ['../writing/', { kind: 'category', locale: 'en', category: 'writing' }],
  ['..\u002fwriting/_category.yml', { kind: 'category', locale: 'en', category: 'writing' }],
  ['.', { kind: 'category', locale: 'en', category: 'using' }],
  ['./images/a.png', { kind: 'asset', file: 'articles/en/using/images/a.png' }],
  ['./vote', { kind: 'asset', file: 'articles/en/using/vote' }],
  ['/search?q=a#b', { kind: 'page', address: '/search' }],
  ['https://example.com', { kind: 'external' }],
  ['//example.com', { kind: 'external' }],
  ['MAILTO:a@example.com', { kind: 'external' }],
])('%s', (href, target) => {
  expect(resolveArticleLink(from, href)).toEqual(target);
});

test.each([
  '',
  'JavaScript:alert(1)',
  'data:text/html,x',
  '../../../../x.md',
  './%zz.md',
  './a.md#%',
])('a fault: %s', (href) => {
  expect(resolveArticleLink(from, href)).toMatchObject({ kind: 'fault' });
});
