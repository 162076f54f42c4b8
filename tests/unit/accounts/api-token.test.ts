import { expect, test } from 'vitest';
import { ROLES } from '#src/features/accounts/actor.ts';
import { mayReadInsights } from '#src/features/accounts/api-token.ts';

test('authors, moderators and admins read insights, and nobody who is suspended', () => {
  const may = (suspendedUntil: Date | null) =>
    ROLES.filter((role) => mayReadInsights({ role, suspendedUntil }));
  expect(may(null)).toEqual(['author', 'moderator', 'admin']);
  expect(may(new Date())).toEqual([]);
  expect(mayReadInsights(undefined)).toBe(false);
});
