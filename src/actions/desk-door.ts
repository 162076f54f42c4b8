import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { hearDesk } from '#src/features/contact/hear-desk.ts';
import { systemClock } from '#src/server/clock.ts';
import type { Env } from '#src/server/env.ts';
import { InvalidInput, isDatabaseAway, NotFound } from '#src/server/errors.ts';
import type { Log } from '#src/server/log.ts';
import { verifyWebhook } from '#src/server/webhook.ts';
import { mailSite } from './mail-site.ts';

const ADDRESS = '/contact/desk';
/** Bytes; what the help desk says is a word about one request. */
const LONGEST = 10_000;

/** Whether the company's help desk tells what became of a request. */
export const isDesk = ({ method }: IncomingMessage, pathname: string): boolean =>
  method === 'POST' && pathname === ADDRESS;

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

/** The headers that the signature is in. */
const signedHeaders = ({ headers }: IncomingMessage): Headers =>
  new Headers({
    'webhook-id': String(headers['webhook-id'] ?? ''),
    'webhook-timestamp': String(headers['webhook-timestamp'] ?? ''),
    'webhook-signature': String(headers['webhook-signature'] ?? ''),
  });

/**
 * Takes what the help desk tells of a request. It comes from elsewhere and is no form: instead of
 * where it comes from, its signature is checked, with its time and whether it came before.
 */
export async function deskDoor(
  request: IncomingMessage,
  response: ServerResponse,
  { db, env, log }: { db: Kysely<Database>; env: Env; log: Log },
): Promise<void> {
  const { HELP_DESK_WEBHOOK_SECRET: secret } = env;
  if (!secret) return send(response, 404, 'not found');
  if (Number(request.headers['content-length']) > LONGEST) return send(response, 413, 'too much');
  try {
    const body = await readBody(request);
    const headers = signedHeaders(request);
    if (!verifyWebhook(secret, headers, body)) return send(response, 401, 'not signed by you');
    const message = { id: headers.get('webhook-id') ?? '', body };
    const letterhead = { site: mailSite((await manifest()).site), env };
    await hearDesk(db, message, letterhead, systemClock());
    send(response, 200, 'done');
  } catch (error) {
    if (request.errored) return void response.destroy();
    if (error instanceof InvalidInput) return send(response, 400, error.fields['body'] ?? '');
    if (error instanceof NotFound) return send(response, 404, 'no such request');
    log.error({ err: error }, 'the help desk was not heard');
    send(response, isDatabaseAway(error) ? 503 : 500, 'that did not work, try again later');
  }
}
