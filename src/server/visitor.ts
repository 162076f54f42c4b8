import { createHmac, type KeyObject } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Salts } from './salts.store.ts';

/** What a request tells of its sender; held in memory while it is answered, never written down. */
export interface Traces {
  address: string;
  userAgent: string;
  acceptLanguage: string;
}

/** A visitor without cookies: codes that nobody can compute again once their day's salt is gone. */
export interface Visitor {
  code: string;
  /** The code that the same traces had under yesterday's salt. */
  codeYesterday: string | undefined;
  /** Stands for the address (for IPv6: its /64 network) in limits. */
  network: string;
}

/** 128 bits: no two visitors of a day will share a code, and the index stays small. */
const CODE_BYTES = 16;

function code(salt: KeyObject, parts: string[]): string {
  // Lengths keep ("ab", "c") and ("a", "bc") apart.
  const text = parts.map((part) => `${part.length}:${part}`).join('');
  return createHmac('sha256', salt)
    .update(text)
    .digest()
    .subarray(0, CODE_BYTES)
    .toString('base64url');
}

/**
 * The first 64 bits of an IPv6 address, which one household or phone has to itself and can
 * wander about in; an IPv4 address as it is.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%', 1)[0]!.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = 8 - groups.length - tail.split(':').filter(Boolean).length;
  const whole = address.includes('::')
    ? [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail.split(':')]
    : groups;
  return whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** Without a port, brackets, or the prefix that an IPv4 address has on an IPv6 socket. */
function plain(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return /^[\d.]+:\d+$/.test(bare) ? bare.replace(/:\d+$/, '') : bare;
}

/**
 * The reader's address: the sender's own, or, behind `trustedProxies` proxies, the one that the
 * outermost of them saw. What stands further left in X-Forwarded-For can be written by anybody.
 */
export function addressOf(
  socketAddress: string | undefined,
  forwardedFor: string | null,
  trustedProxies: number,
): string {
  const hops = [
    ...(forwardedFor ?? '').split(',').filter((hop) => hop.trim()),
    socketAddress ?? '',
  ];
  return plain(hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? '');
}

/** The codes that stand for the sender of `traces` today. */
export function visitorOf(salts: Salts, traces: Traces): Visitor {
  const parts = [traces.address, traces.userAgent, traces.acceptLanguage];
  return {
    code: code(salts.today, ['visitor', ...parts]),
    codeYesterday: salts.yesterday && code(salts.yesterday, ['visitor', ...parts]),
    network: code(salts.today, ['network', networkOf(traces.address)]),
  };
}

/** Whether the browser asks not to be counted in anything but what its user sends on purpose. */
export function asksNotToBeCounted(headers: Pick<Headers, 'get'>): boolean {
  return headers.get('dnt') === '1' || headers.get('sec-gpc') === '1';
}
