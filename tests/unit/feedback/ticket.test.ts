import { createSecretKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { issueTicket, readTicket } from '#src/features/feedback/ticket.ts';

const monday = new Date('2026-11-16T23:59:00Z');
const tuesday = new Date('2026-11-17T00:01:00Z');
const saltA = createSecretKey(Buffer.alloc(32, 'a'));
const saltB = createSecretKey(Buffer.alloc(32, 'b'));
const saltC = createSecretKey(Buffer.alloc(32, 'c'));
const onMonday = { day: '2026-11-16', today: saltA, yesterday: undefined };
const onTuesday = { day: '2026-11-17', today: saltB, yesterday: saltA };
const onWednesday = { day: '2026-11-18', today: saltC, yesterday: saltB };

test('a ticket says when it was issued, and to whom', () => {
  const ticket = issueTicket(onMonday, 'somebody', monday);
  expect(readTicket(onMonday, ticket)).toEqual({ visitor: 'somebody', issuedAt: monday });
});

test('a ticket is good beyond midnight, until its salt is gone', () => {
  const ticket = issueTicket(onMonday, 'somebody', monday);
  expect(readTicket(onTuesday, ticket)?.visitor).toBe('somebody');
  expect(readTicket(onWednesday, ticket)).toBeUndefined();
});

test('a ticket cannot be changed or made up', () => {
  const ticket = issueTicket(onTuesday, 'somebody', tuesday);
  const [time, visitor, signature] = ticket.split('.');
  expect(readTicket(onTuesday, `${time}.nobody.${signature}`)).toBeUndefined();
  const earlier = (tuesday.getTime() - 60_000).toString(36);
  expect(readTicket(onTuesday, `${earlier}.${visitor}.${signature}`)).toBeUndefined();
  for (const made of ['', '..', 'x', `${time}.${visitor}`, `${time}.${visitor}.`]) {
    expect(readTicket(onTuesday, made)).toBeUndefined();
  }
});
