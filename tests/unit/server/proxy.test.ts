import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { believeProxy } from '#src/server/proxy.ts';

function seen(
  headers: Record<string, string>,
  env: { SITE_URL: string; TRUST_PROXY: number },
): { host: string | undefined; encrypted: boolean } {
  const request = { headers: { ...headers }, socket: {} } as unknown as IncomingMessage;
  believeProxy(request, env);
  const { encrypted } = request.socket as unknown as { encrypted: boolean };
  return { host: request.headers.host, encrypted };
}

const behind = { SITE_URL: 'https://help.example.com', TRUST_PROXY: 1 };
const bare = { SITE_URL: 'http://localhost:4321', TRUST_PROXY: 0 };

it('takes the address that the browser used from a trusted proxy', () => {
  const headers = {
    host: '127.0.0.1:4321',
    'x-forwarded-host': 'help.example.com',
    'x-forwarded-proto': 'https',
  };
  expect(seen(headers, behind)).toEqual({ host: 'help.example.com', encrypted: true });
});

it('believes nobody without a proxy', () => {
  const headers = {
    host: 'localhost:4321',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
  };
  expect(seen(headers, bare)).toEqual({ host: 'localhost:4321', encrypted: false });
});

it('knows that the public address is reached by TLS', () => {
  const env = { ...behind, TRUST_PROXY: 0 };
  expect(seen({ host: 'help.example.com' }, env).encrypted).toBe(true);
  expect(seen({ host: 'localhost:4321' }, env).encrypted).toBe(false);
});
