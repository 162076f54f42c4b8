import { expect, test } from 'vitest';
import { remembered } from '#src/components/remembered.ts';

test('what was made of a text is found again, and made anew when there were too many', () => {
  const asked: string[] = [];
  const shout = remembered((text) => {
    asked.push(text);
    return text.toUpperCase();
  }, 2);
  expect([shout('a'), shout('a'), shout('b'), shout('a')]).toEqual(['A', 'A', 'B', 'A']);
  expect(asked).toEqual(['a', 'b']);
  shout('c');
  expect(shout('a')).toBe('A');
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
