import { expect, test } from 'vitest';
import { firstDayLeft, trustOf, type Standing } from '#src/features/moderation/trust.ts';

const now = new Date('2026-11-22T12:00:00Z');
const standing: Standing = { role: 'member', joinedAt: now, approvedAt: null, hasStood: false };

test('a member is new until something of theirs was approved or has stood for a day', () => {
  expect(trustOf(standing)).toBe('new');
  expect(trustOf({ ...standing, approvedAt: now })).toBe('known');
  expect(trustOf({ ...standing, hasStood: true })).toBe('known');
  for (const role of ['author', 'moderator', 'admin'] as const) {
    expect(trustOf({ ...standing, role })).toBe('staff');
  }
});

test('the first day lasts a day, and staff have none', () => {
  const joined = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * 3_600_000);
  expect(firstDayLeft(standing, now)).toBe(86_400);
  expect(firstDayLeft({ ...standing, joinedAt: joined(23) }, now)).toBe(3600);
  expect(firstDayLeft({ ...standing, joinedAt: joined(24) }, now)).toBe(0);
  expect(firstDayLeft({ ...standing, joinedAt: joined(90) }, now)).toBe(0);
  expect(firstDayLeft({ ...standing, role: 'author' }, now)).toBe(0);
});
