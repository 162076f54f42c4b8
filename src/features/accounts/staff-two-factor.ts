import type { Role } from './actor.ts';

/** Whether staff have to sign in with two factors. */
export type StaffTwoFactor = 'optional' | 'required';

/** The role that a member acts in: staff who owe the second factor are members like others. */
export function roleInForce(role: Role, hasTwoFactor: boolean, rule: StaffTwoFactor): Role {
  return rule === 'required' && !hasTwoFactor ? 'member' : role;
}
