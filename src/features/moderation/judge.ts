import { createHash } from 'node:crypto';
import type { Trust } from './trust.ts';

/** Links that a known member's text may carry on the first day. */
const LINKS_ON_FIRST_DAY = 2;

/** Posts of new members with one host after which everybody's with it wait. */
export const SPREAD_AFTER = 3;

/** Days for which the posts of new members are remembered. */
export const REMEMBERED_DAYS = 7;

/** Signs of a text below which two people may well have written the same. */
const TELLING_LENGTH = 80;

/** What is known of a text and its writer. */
export interface TextFacts {
  trust: Trust;
  isFirstDay: boolean;
  /** Links to other sites. */
  links: number;
  /** Names of the word rules that it meets. */
  wordRules: string[];
  /** Whether another new member has posted it within a day. */
  isCopied: boolean;
  /** Whether it links to a host that new members have linked to again and again. */
  isSpread: boolean;
}

/** Why a text waits for a moderator; a word rule is `word:` and its name. */
export type HoldReason = 'links' | 'copied' | 'spread' | `word:${string}`;

/** Why a text waits for a moderator; empty when it does not. Staff's never do. */
export function reasonsToHold(facts: TextFacts): HoldReason[] {
  const { trust, isFirstDay, links, wordRules, isCopied, isSpread } = facts;
  if (trust === 'staff') return [];
  const mostLinks = trust === 'new' ? 0 : isFirstDay ? LINKS_ON_FIRST_DAY : Infinity;
  return [
    ...(links > mostLinks ? (['links'] as const) : []),
    ...wordRules.map((name) => `word:${name}` as const),
    ...(trust === 'new' && isCopied ? (['copied'] as const) : []),
    ...(isSpread ? (['spread'] as const) : []),
  ];
}

/** Tells texts apart whatever their capitals, spaces and punctuation; undefined for short ones. */
export function textHash(text: string): string | undefined {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length < TELLING_LENGTH) return undefined;
  return createHash('sha256').update(letters).digest('hex').slice(0, 32);
}
