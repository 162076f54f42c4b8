import { expect, it } from 'vitest';
import { canonicalAddress } from '#src/server/canonical-address.ts';

it.each([
  ['/', '/'],
  ['/articles/a/b', '/articles/a/b'],
  ['/articles/a/b/', '/articles/a/b'],
  ['/articles/a/b.html', '/articles/a/b'],
  ['/articles/a/b.html/', '/articles/a/b.html'],
  ['/articles/a/index', '/articles/a'],
  ['/articles/a/index.html', '/articles/a'],
  ['/index.html', '/'],
  ['/index', '/'],
  ['/articles//a///b', '/articles/a/b'],
  ['/articles/a/b.md', '/articles/a/b.md'],
  ['/articles/%C3%A9t%C3%A9/', '/articles/%C3%A9t%C3%A9'],
])('%s is %s', (asked, canonical) => {
  expect(canonicalAddress(asked)).toBe(canonical);
});

it.each(['//evil.example/', '/\\evil.example/', '\\\\evil.example/', '///evil.example/x/'])(
  '%s leads to no other host',
  (asked) => {
    expect(canonicalAddress(asked)).toMatch(/^\/evil/);
  },
);
