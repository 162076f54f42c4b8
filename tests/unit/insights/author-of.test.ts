import { expect, test } from 'vitest';
import { authorOf } from '#src/features/insights/author-of.ts';

const authors = [
  { handle: 'mara', name: 'Mara', email: 'Mara@example.com' },
  { handle: 'joana', name: 'Joana' },
];
const member = { handle: 'ml', email: 'mara@example.com', isVerified: true };

test('an author is who has shown that the address is theirs, whatever its capitals', () => {
  expect(authorOf(member, authors)).toBe('mara');
  expect(authorOf({ ...member, isVerified: false }, authors)).toBeUndefined();
  expect(authorOf({ ...member, email: 'other@example.com' }, authors)).toBeUndefined();
});

test('else who has the same handle', () => {
  expect(authorOf({ ...member, handle: 'joana', email: 'x@example.com' }, authors)).toBe('joana');
  expect(authorOf({ ...member, handle: 'joana', isVerified: false }, authors)).toBe('joana');
  expect(authorOf({ handle: 'joana', email: null, isVerified: false }, authors)).toBe('joana');
});

test('the address comes before the handle', () => {
  expect(authorOf({ ...member, handle: 'joana' }, authors)).toBe('mara');
});
