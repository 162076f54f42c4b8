import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { readEnv } from '#src/server/env.ts';
import { mayReadMetrics } from '#src/server/metrics.ts';

const METRICS_TOKEN = '0123456789abcdef0123456789abcdef';

const isOpen = (remoteAddress: string, headers: Record<string, string>, token?: string) => {
  const asked = { headers: { host: 'localhost:4321', ...headers }, socket: { remoteAddress } };
  return mayReadMetrics(asked as unknown as IncomingMessage, { METRICS_TOKEN: token });
};

test.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])(
  'without a token, %s reads them',
  (address) => {
    expect(isOpen(address, {})).toBe(true);
    expect(isOpen(address, { host: '[::1]:4321' })).toBe(true);
  },
);

test.each(['10.0.0.1', '93.184.216.34', '::ffff:10.0.0.1', 'fe80::1', ''])(
  'and %s does not',
  (address) => {
    expect(isOpen(address, {})).toBe(false);
    expect(isOpen(address, { 'x-forwarded-for': '127.0.0.1' })).toBe(false);
  },
);

test.each<Record<string, string>>([
  { 'x-forwarded-for': '127.0.0.1' },
  { 'x-forwarded-for': '' },
  { 'x-real-ip': '127.0.0.1' },
  { forwarded: 'for=127.0.0.1' },
  { via: '1.1 proxy' },
  { host: 'help.example.com' },
  { host: 'localhost.example.com' },
])('what a proxy on this machine passes on is not from this machine: %j', (headers) => {
  expect(isOpen('127.0.0.1', headers)).toBe(false);
});

test('with a token, who has it reads them from anywhere, and nobody else from nowhere', () => {
  const authorization = `Bearer ${METRICS_TOKEN}`;
  expect(isOpen('93.184.216.34', { authorization }, METRICS_TOKEN)).toBe(true);
  expect(isOpen('127.0.0.1', { authorization, via: 'x' }, METRICS_TOKEN)).toBe(true);
  for (const wrong of [`Bearer ${METRICS_TOKEN}0`, METRICS_TOKEN, `Basic ${METRICS_TOKEN}`, '']) {
    expect(isOpen('127.0.0.1', { authorization: wrong }, METRICS_TOKEN)).toBe(false);
  }
  expect(isOpen('127.0.0.1', {}, METRICS_TOKEN)).toBe(false);
});

test('a token that can be guessed stops the start, without being repeated', () => {
  expect(() => readEnv({ METRICS_TOKEN: 'prometheus' })).toThrow(/^METRICS_TOKEN: expected at/);
  expect(() => readEnv({ METRICS_TOKEN: 'prometheus' })).not.toThrow('prometheus"');
});
