import { createSecretKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addressOf, networkOf, visitorOf } from '#src/server/visitor.ts';

describe('the address of a reader', () => {
  test.each([
    [
      'without a proxy is the socket’s, whatever the header claims',
      '10.0.0.9',
      '1.1.1.1',
      0,
      '10.0.0.9',
    ],
    [
      'behind one proxy is the last that the header names',
      '10.0.0.9',
      '6.6.6.6, 1.1.1.1',
      1,
      '1.1.1.1',
    ],
    [
      'behind two proxies is the one before',
      '10.0.0.9',
      '6.6.6.6, 1.1.1.1, 10.0.0.8',
      2,
      '1.1.1.1',
    ],
    ['is the first known when fewer proxies spoke', '10.0.0.9', '1.1.1.1', 3, '1.1.1.1'],
    ['is the socket’s when no proxy spoke', '10.0.0.9', null, 1, '10.0.0.9'],
    ['loses a port', '10.0.0.9', '1.1.1.1:4711', 1, '1.1.1.1'],
    ['loses brackets and port', '10.0.0.9', '[2001:db8::1]:4711', 1, '2001:db8::1'],
    ['loses the prefix of IPv4 on IPv6', '::ffff:10.0.0.9', null, 0, '10.0.0.9'],
    ['may be unknown', undefined, null, 0, ''],
  ])('%s', (_, socket, header, proxies, address) => {
    expect(addressOf(socket, header, proxies)).toBe(address);
  });
});

describe('the network of an address', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s → %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a visitor', () => {
  const salts = {
    day: '2026-11-17',
    today: createSecretKey(Buffer.alloc(32, 1)),
    yesterday: createSecretKey(Buffer.alloc(32, 2)),
  };
  const traces = { address: '203.0.113.7', userAgent: 'Firefox', acceptLanguage: 'de' };

  test('is the same while address, browser, language and salt are', () => {
    expect(visitorOf(salts, traces)).toEqual(visitorOf(salts, { ...traces }));
  });

  test.each(['address', 'userAgent', 'acceptLanguage'] as const)(
    'is another with another %s',
    (trace) => {
      const other = visitorOf(salts, { ...traces, [trace]: '198.51.100.1' });
      expect(other.code).not.toBe(visitorOf(salts, traces).code);
    },
  );

  test('is recognised on the next day by yesterday’s salt', () => {
    const later = {
      day: '2026-11-18',
      today: createSecretKey(Buffer.alloc(32, 3)),
      yesterday: salts.today,
    };
    expect(visitorOf(later, traces).codeYesterday).toBe(visitorOf(salts, traces).code);
    expect(visitorOf(later, traces).code).not.toBe(visitorOf(salts, traces).code);
  });

  test('does not mix up where one trace ends and the next begins', () => {
    const a = visitorOf(salts, { ...traces, userAgent: 'ab', acceptLanguage: 'c' });
    const b = visitorOf(salts, { ...traces, userAgent: 'a', acceptLanguage: 'bc' });
    expect(a.code).not.toBe(b.code);
  });

  test('shares the network’s key with others at the same address', () => {
    const other = visitorOf(salts, { ...traces, userAgent: 'Safari' });
    expect(other.network).toBe(visitorOf(salts, traces).network);
    expect(JSON.stringify(other)).not.toContain(traces.address);
  });
});
