import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isFromOwnPage } from '#src/server/own-origin.ts';

const request = (origin: string | undefined, encrypted: boolean) =>
  ({
    headers: { host: 'help.example.com', origin },
    socket: { encrypted },
  }) as unknown as IncomingMessage;

test.each([
  ['http://help.example.com', false, true],
  ['https://help.example.com', true, true],
  ['http://help.example.com', true, false],
  ['https://help.example.com', false, false],
  ['https://elsewhere.example', true, false],
  ['https://help.example.com.elsewhere.example', true, false],
  ['null', true, false],
  [undefined, true, false],
])('a form from %s, with TLS %s', (origin, encrypted, isOwn) => {
  expect(isFromOwnPage(request(origin, encrypted))).toBe(isOwn);
});
