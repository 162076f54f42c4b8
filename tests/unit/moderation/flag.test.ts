import { expect, test } from 'vitest';
import { flagWeight, HIDES_AT, hides } from '#src/features/moderation/flag.ts';

const clean = { upheld: 0, declined: 0 };

test('a flag counts by the record of who raises it, worked by hand', () => {
  expect(flagWeight('known', clean)).toBe(100); // 2 · 2/4
  expect(flagWeight('known', { upheld: 10, declined: 0 })).toBe(171); // 2 · 12/14
  expect(flagWeight('known', { upheld: 0, declined: 10 })).toBe(29); // 2 · 2/14
  expect(flagWeight('known', { upheld: 3, declined: 1 })).toBe(125); // 2 · 5/8
  expect(flagWeight('new', clean)).toBe(50);
  expect(flagWeight('staff', { upheld: 0, declined: 10 })).toBe(HIDES_AT);
});

test('three ordinary flags hide a text, two do not, and nothing that staff wrote', () => {
  expect(hides(3 * flagWeight('known', clean), 'member')).toBe(true);
  expect(hides(2 * flagWeight('known', clean), 'member')).toBe(false);
  expect(hides(5 * flagWeight('new', clean), 'member')).toBe(false);
  expect(hides(2 * flagWeight('known', { upheld: 10, declined: 0 }), 'member')).toBe(true);
  expect(hides(flagWeight('staff', clean), 'member')).toBe(true);
  expect(hides(10 * HIDES_AT, 'author')).toBe(false);
});
