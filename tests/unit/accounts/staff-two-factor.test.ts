import { expect, test } from 'vitest';
import { ROLES } from '#src/features/accounts/actor.ts';
import { roleInForce } from '#src/features/accounts/staff-two-factor.ts';

test.each(ROLES)(
  '%s acts in their role with the second factor, or where none is asked for',
  (role) => {
    expect(roleInForce(role, true, 'required')).toBe(role);
    expect(roleInForce(role, true, 'optional')).toBe(role);
    expect(roleInForce(role, false, 'optional')).toBe(role);
  },
);

test.each(ROLES)('%s is a plain member where it is asked for and missing', (role) => {
  expect(roleInForce(role, false, 'required')).toBe('member');
});
