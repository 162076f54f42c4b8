import { expect, it } from 'vitest';
import { mailAt } from '#src/features/notifications/mail-choice.ts';
import { mostMentions, placeOn } from '#src/features/notifications/notification.ts';

const at = (text: string) => new Date(`2026-11-${text}:00Z`);

it.each([
  ['now', '25T12:00', '25T12:05'],
  ['daily', '25T06:59', '25T07:00'],
  ['daily', '25T07:00', '26T07:00'],
  // The 23rd and the 30th are Mondays.
  ['weekly', '23T06:00', '23T07:00'],
  ['weekly', '23T07:00', '30T07:00'],
  ['weekly', '29T23:00', '30T07:00'],
] as const)('%s after %s is %s', (pace, now, due) => {
  expect(mailAt(pace, at(now))).toEqual(at(due));
});

it('never is no time at all', () => {
  expect(mailAt('never', at('25T12:00'))).toBeNull();
});

it('whoever joined within a day calls two members, all others ten', () => {
  const now = at('25T12:00');
  expect(mostMentions(at('24T12:01'), now)).toBe(2);
  expect(mostMentions(at('24T12:00'), now)).toBe(10);
});

it('leads to the very answer or comment', () => {
  expect(placeOn({ answerId: null, commentId: null })).toBe('');
  expect(placeOn({ answerId: 3, commentId: null })).toBe('?answer=3#answer-3');
  expect(placeOn({ answerId: 3, commentId: 4 })).toBe('?answer=3#comment-4');
  expect(placeOn({ answerId: null, commentId: 4 })).toBe('#comment-4');
});
