import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { dayBefore, dayOf } from '#src/server/clock.ts';
import type { Salts } from '#src/server/salts.store.ts';

/**
 * What the second form carries: when it was shown and to which visitor, signed with the day's
 * salt. It is the time trap of that form, and it keeps one person's vote and comment together when
 * their address changes or midnight falls between the two.
 */
export interface Ticket {
  visitor: string;
  issuedAt: Date;
}

function signature(salt: KeyObject, body: string): string {
  return createHmac('sha256', salt).update(`ticket\0${body}`).digest('base64url');
}

function saltOf(salts: Salts, day: string): KeyObject | undefined {
  if (day === salts.day) return salts.today;
  return day === dayBefore(salts.day) ? salts.yesterday : undefined;
}

export function issueTicket(salts: Salts, visitor: string, now: Date): string {
  const body = `${now.getTime().toString(36)}.${visitor}`;
  return `${body}.${signature(salts.today, body)}`;
}

/** @returns undefined for a ticket that is not ours, or so old that its salt is gone */
export function readTicket(salts: Salts, text: string): Ticket | undefined {
  const [time = '', visitor = '', signed = ''] = text.split('.');
  const issuedAt = new Date(Number.parseInt(time, 36));
  if (Number.isNaN(issuedAt.getTime())) return undefined;
  const salt = saltOf(salts, dayOf(issuedAt));
  if (!salt) return undefined;
  const expected = Buffer.from(signature(salt, `${time}.${visitor}`));
  const given = Buffer.from(signed);
  const isOurs = expected.length === given.length && timingSafeEqual(expected, given);
  return isOurs ? { visitor, issuedAt } : undefined;
}
