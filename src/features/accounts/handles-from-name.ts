import { handleFault } from './member.ts';

/** How many a name is tried with before the handle gets a number by chance. */
const TRIES = 20;

/** Leaves room for a number. */
const LONGEST = 20;

/** What somebody is called whose name has no letter that a handle may have. */
const NAMELESS = 'newcomer';

/**
 * Handles that go with a name, the best first; the last is hardly anybody's.
 * @param chance a whole number from 0
 */
export function handlesFromName(name: string, chance: number): string[] {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
  const base = plain && handleFault(plain) !== 'handleReserved' ? plain : NAMELESS;
  const numbers = Array.from({ length: TRIES }, (_, index) => index + 2);
  return [base, ...[...numbers, chance].map((number) => `${base}-${number}`)].filter(
    (handle) => !handleFault(handle),
  );
}
