import { expect, test } from 'vitest';
import { LEAST_MS, trapFor } from '#src/features/feedback/traps.ts';

const person = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  honeypot: undefined,
  elapsed: 5000,
};

test.each([
  ['a person', {}, undefined],
  ['a person without JavaScript, whose time nobody measured', { elapsed: undefined }, undefined],
  ['an empty honeypot', { honeypot: '' }, undefined],
  ['a filled honeypot', { honeypot: 'https://spam.example' }, 'honeypot'],
  ['a form sent just in time', { elapsed: LEAST_MS }, undefined],
  ['a form sent at once', { elapsed: LEAST_MS - 1 }, 'haste'],
  ['a known bot', { userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' }, 'agent'],
  ['a program that says so', { userAgent: 'curl/8.5.0' }, 'agent'],
  ['nobody at all', { userAgent: '' }, 'agent'],
])('%s', (_, signs, trap) => {
  expect(trapFor({ ...person, ...signs })).toBe(trap);
});
