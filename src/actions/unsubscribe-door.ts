import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { systemClock } from '#src/server/clock.ts';
import type { Env } from '#src/server/env.ts';
import { isDatabaseAway, NotFound } from '#src/server/errors.ts';
import type { Log } from '#src/server/log.ts';
import { stopByLink } from './stop-by-link.ts';

/** The page of the links in mails, in any locale. */
const PAGE = /^(?:\/[^/]+)?\/account\/unsubscribe$/;
/** Bytes; what mail programs send is a word or two, as either kind of form. */
const LONGEST = 2000;

/** Whether a mail program presses the button that List-Unsubscribe stands for, not somebody ours. */
export function isOneClick({ method }: IncomingMessage, pathname: string, query: string): boolean {
  return method === 'POST' && PAGE.test(pathname) && !query.includes('_action=');
}

function send(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain;charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(`${sentence}\n`);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/**
 * Stops mails for a mail program (RFC 8058). It comes from elsewhere, without cookies, and what it
 * sends is all that it asks: Astro's check of where a form comes from would refuse it.
 */
export async function unsubscribeDoor(
  request: IncomingMessage,
  response: ServerResponse,
  query: string,
  { db, env, log }: { db: Kysely<Database>; env: Env; log: Log },
): Promise<void> {
  if (Number(request.headers['content-length']) > LONGEST) return send(response, 413, 'too much');
  try {
    const body = await readBody(request);
    const isMeant = body.includes('List-Unsubscribe') && body.includes('One-Click');
    if (!isMeant) return send(response, 400, 'expected List-Unsubscribe=One-Click');
    await stopByLink(db, env, new URLSearchParams(query).get('of') ?? '', systemClock());
    send(response, 200, 'unsubscribed');
  } catch (error) {
    if (request.errored) return void response.destroy();
    if (error instanceof NotFound) return send(response, 404, 'this link is not complete');
    log.error({ err: error }, 'mails could not be stopped');
    send(response, isDatabaseAway(error) ? 503 : 500, 'that did not work, try again later');
  }
}
