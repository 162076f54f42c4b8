import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { LONGEST_BEACON } from '#src/features/events/beacon.ts';
import { receiveBeacon } from '#src/features/events/receive-beacon.ts';
import { systemClock } from '#src/server/clock.ts';
import type { Env } from '#src/server/env.ts';
import { TooMany } from '#src/server/errors.ts';
import type { Log } from '#src/server/log.ts';
import { recogniseSender } from '#src/server/sender.ts';

/** Whether this request brings what a page tells of its visitor. */
export const isBeacon = ({ method }: IncomingMessage, pathname: string): boolean =>
  pathname === '/events' && method === 'POST';

/**
 * Why a beacon is not even read: a page of another site sent it, or it is longer than any of ours.
 * @param request with a length, and from an origin that the caller has checked
 * @returns a status and a sentence; undefined when nothing is wrong
 */
export function beaconFault({ headers }: IncomingMessage): [number, string] | undefined {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return [403, 'not from this site'];
  return Number(headers['content-length']) > LONGEST_BEACON ? [413, 'too much'] : undefined;
}

/** By its events, which cost half of what a loop over the request does. */
function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (text += chunk));
    request.once('end', () => resolve(text));
    request.once('error', reject);
  });
}

/**
 * Takes a beacon without going through Astro, as every reader of every page sends some. The answer
 * comes when all that is believed of it is on the disk, and is the same where nothing is.
 */
export async function beaconDoor(
  request: IncomingMessage,
  response: ServerResponse,
  { db, env, log }: { db: Kysely<Database>; env: Pick<Env, 'TRUST_PROXY'>; log: Log },
): Promise<void> {
  let status = 204;
  try {
    const text = await readText(request);
    const now = systemClock();
    const { headers, socket } = request;
    const traces = {
      socketAddress: socket.remoteAddress,
      forwardedFor: headers['x-forwarded-for']?.toString(),
      userAgent: headers['user-agent'],
      acceptLanguage: headers['accept-language'],
    };
    const sender = await recogniseSender(db, traces, env.TRUST_PROXY, now);
    const get = (name: string) => headers[name]?.toString() ?? null;
    await receiveBeacon(db, text, sender, { get }, now);
  } catch (error) {
    if (request.errored) return void response.destroy();
    if (!(error instanceof TooMany)) {
      log.error({ err: error }, 'events were not recorded');
      status = 503;
    }
  }
  response.writeHead(status, { 'Cache-Control': 'no-store' }).end();
}
