import type { IncomingMessage } from 'node:http';
import type { Env } from './env.ts';

/**
 * Lets a request that came through a proxy look as the browser sent it: Astro takes the page's own
 * address from the socket and the Host header, and refuses a form whose Origin is another.
 */
export function believeProxy(
  request: IncomingMessage,
  { SITE_URL, TRUST_PROXY }: Pick<Env, 'SITE_URL' | 'TRUST_PROXY'>,
): void {
  const { headers } = request;
  const last = (value: string | string[] | undefined) =>
    String(value ?? '')
      .split(',')
      .at(-1)
      ?.trim();
  if (TRUST_PROXY > 0 && headers['x-forwarded-host']) {
    headers.host = last(headers['x-forwarded-host']);
  }
  const site = new URL(SITE_URL);
  const encrypted =
    // The public address is only reached by TLS, whatever stands between.
    (site.protocol === 'https:' && headers.host === site.host) ||
    (TRUST_PROXY > 0 && last(headers['x-forwarded-proto']) === 'https');
  Object.assign(request.socket, { encrypted });
}
