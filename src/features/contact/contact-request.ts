import { isModerator, type Actor } from '#src/features/accounts/actor.ts';

/** What a contact request may be; the help desk or staff say so. */
export const STATES = ['open', 'answered', 'closed'] as const;

export type RequestState = (typeof STATES)[number];

/** In characters. */
export const NAME_LENGTH = { least: 1, most: 100 };
export const SUBJECT_LENGTH = { least: 3, most: 150 };
export const MESSAGE_LENGTH = { least: 10, most: 10_000 };

/** Pictures that a request may have. */
export const MOST_ATTACHMENTS = 3;

/** Articles that are carried along, the latest first. */
export const MOST_ARTICLES = 5;

/** So many bytes that nobody can guess. */
export type Chance = (bytes: number) => Uint8Array;

/** Without letters that are taken for others (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What a reference looks like. */
export const REFERENCE = /^HM-[0-9A-HJKMNP-TV-Z]{6}$/;

/**
 * What a request is called by its sender and the help desk, such as HM-7F3K9Q.
 * @param bytes six, by chance
 */
export const newReference = (bytes: Uint8Array): string =>
  `HM-${[...bytes.subarray(0, 6)].map((byte) => SIGNS[byte % SIGNS.length]).join('')}`;

/** A state as an address or a form names it. */
export const readState = (name: string | null | undefined): RequestState | undefined =>
  STATES.find((state) => state === name);

/** Moderators and admins read what customers write to the company, and say when it is done. */
export const mayHandleRequests = (actor: Actor | undefined): actor is Actor => isModerator(actor);
