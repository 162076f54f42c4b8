import { expect, it } from 'vitest';
import { Recent } from '#src/server/recent.ts';

it('lets go of what was used longest ago when it gets too heavy', () => {
  const recent = new Recent<string>(10);
  recent.set('a', 'A', 4);
  recent.set('b', 'B', 4);
  recent.get('a');
  recent.set('c', 'C', 4);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual(['A', undefined, 'C']);
});

it('keeps nothing that is heavier than all it may hold', () => {
  const recent = new Recent<string>(10);
  recent.set('a', 'A', 11);
  expect(recent.get('a')).toBe(undefined);
  recent.set('b', 'B', 10);
  expect(recent.get('b')).toBe('B');
});
