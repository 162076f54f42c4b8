import { expect, test } from 'vitest';
import { followMoves, movesOf } from '#src/features/community/article-link.ts';

const site = { defaultLocale: 'en', locales: ['en', 'de', 'ar'] };
const redirects = {
  '/articles/using/old': '/articles/using/new',
  '/articles/using/older': '/articles/using/old',
  '/articles/using/reused': '/articles/using/new',
  '/de/articles/using/alt': '/de/articles/using/neu',
  '/articles/using/بحث': '/articles/using/%D8%AC%D8%AF%D9%8A%D8%AF',
  '/articles/a/circle': '/articles/b/circle',
  '/articles/b/circle': '/articles/a/circle',
};
const articles = new Set([
  '/articles/using/new',
  '/articles/using/reused',
  '/de/articles/using/neu',
  '/articles/using/جديد',
]);
const moves = movesOf(site, redirects, articles);

test.each([
  ['/articles/using/old', '/articles/using/new'],
  ['/articles/using/old/', '/articles/using/new'],
  ['/articles/using/older', '/articles/using/new'],
  ['/de/articles/using/alt', '/de/articles/using/neu'],
  ['/de/articles/using/old', '/de/articles/using/new'],
  ['/ar/articles/using/older', '/ar/articles/using/new'],
  ['/articles/using/%D8%A8%D8%AD%D8%AB', '/articles/using/%D8%AC%D8%AF%D9%8A%D8%AF'],
  ['/articles/using/new', undefined],
  ['/articles/using/reused', undefined],
  ['/articles/using/unknown', undefined],
  ['/community/questions/1/old', undefined],
  ['/articles/using/%zz', undefined],
])('%s leads to %s', (from, to) => {
  expect(moves(from)).toBe(to);
});

test('a circle ends', () => {
  expect(['/articles/a/circle', '/articles/b/circle', undefined]).toContain(
    moves('/articles/a/circle'),
  );
});

const follow = (html: string) => followMoves(html, 'https://help.example.com', moves);

test.each([
  ['<a href="/articles/using/old#first" rel="nofollow">', '/articles/using/new#first'],
  ['<a href="/articles/using/old?a=1&#x26;b=2#c">', '/articles/using/new?a=1&#x26;b=2#c'],
  ['<a rel="x" href="/de/articles/using/old">', '/de/articles/using/new'],
  [
    '<a href="https://HELP.example.com/articles/using/old">',
    'https://HELP.example.com/articles/using/new',
  ],
])('%s follows, with its anchor', (tag, href) => {
  expect(follow(`<p>${tag}here</a></p>`)).toBe(
    `<p>${tag.replace(/href="[^"]*"/, `href="${href}"`)}here</a></p>`,
  );
});

test.each([
  '<a href="https://other.example.com/articles/using/old">there</a>',
  '<a href="https://help.example.com.evil.example/articles/using/old">there</a>',
  '<p>/articles/using/old</p>',
  '<code>&#x3C;a href="/articles/using/old"></code>',
  '<img src="/articles/using/old">',
])('%s stays', (html) => {
  expect(follow(html)).toBe(html);
});
