import type { Role } from './actor.ts';

const HANDLE = { least: 3, most: 30 };
const MAX_NAME = 60;
const MAX_ABOUT = 500;
export const MAX_EMAIL = 254;

/** What others see of a member. */
export interface Member {
  handle: string;
  name: string;
  role: Role;
  about: string;
  /** Name of an upload; null for the picture that is made of the name. */
  avatar: string | null;
  since: Date;
  /** Whether they have deleted their account. */
  isFormer: boolean;
}

/** Handles that could be taken for the house itself. */
const RESERVED = new Set([
  'account',
  'admin',
  'administrator',
  'all',
  'anonymous',
  'everyone',
  'help',
  'helpmark',
  'here',
  'mail',
  'me',
  'member',
  'members',
  'moderator',
  'moderators',
  'nobody',
  'null',
  'official',
  'owner',
  'root',
  'security',
  'staff',
  'support',
  'system',
  'team',
  'undefined',
  'webmaster',
]);

/** Whoever left is called so, and nobody else may be. */
const FORMER = /^former-/;

/** The name that a deleted account keeps; pages say it in their reader's language. */
export const FORMER_NAME = 'Former member';

/** The handle that a deleted account keeps. */
export const formerHandle = (id: number): string => `former-${id}`;

export const tidyHandle = (typed: string): string => typed.trim().replace(/^@/, '').toLowerCase();

export type HandleFault = 'handleShape' | 'handleReserved';

/** What is wrong with a tidied handle. */
export function handleFault(handle: string): HandleFault | undefined {
  const { least, most } = HANDLE;
  const isInShape =
    handle.length >= least && handle.length <= most && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(handle);
  if (!isInShape) return 'handleShape';
  return RESERVED.has(handle) || FORMER.test(handle) ? 'handleReserved' : undefined;
}

/** In one line, composed, without signs that nobody sees. */
export const tidyName = (typed: string): string =>
  typed
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();

/** A name that somebody else chose, as long as ours may be. */
export const shortenName = (given: string): string =>
  [...tidyName(given)].slice(0, MAX_NAME).join('').trim();

export type NameFault = 'nameMissing' | 'nameTooLong';

/** What is wrong with a tidied name. */
export function nameFault(name: string): NameFault | undefined {
  if (name === '') return 'nameMissing';
  return [...name].length > MAX_NAME ? 'nameTooLong' : undefined;
}

export const tidyAbout = (typed: string): string =>
  typed.normalize('NFC').replaceAll('\r\n', '\n').trim();

/** What is wrong with tidied words about oneself. */
export const aboutFault = (about: string): 'aboutTooLong' | undefined =>
  [...about].length > MAX_ABOUT ? 'aboutTooLong' : undefined;
