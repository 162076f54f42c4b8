import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { voteForm } from '#src/features/feedback/forms.ts';
import { receiveVote } from '#src/features/feedback/receive-vote.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { systemClock } from '#src/server/clock.ts';
import type { Env } from '#src/server/env.ts';
import { apologyFor, InvalidInput } from '#src/server/errors.ts';
import type { Log } from '#src/server/log.ts';
import { recogniseSender } from '#src/server/sender.ts';

/** Where our script sends a vote: the address of the action `feedback.vote`. */
const ADDRESS = '/_actions/feedback.vote';

/** Whether this request is a vote as our script sends it; any other form is for the action. */
export function isPlainVote({ method, headers }: IncomingMessage, pathname: string): boolean {
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return pathname === ADDRESS && method === 'POST' && isForm === true;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  });
  response.end(text);
}

async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const fields = new URLSearchParams(Buffer.concat(chunks).toString());
  return Object.fromEntries([...fields].filter(([, value]) => value !== ''));
}

/**
 * Takes a vote from our script without going through Astro, and answers as the action would. A
 * vote is the one thing that all readers may send at the same moment, and making a web request,
 * a context and a web response for each costs twice as much as the whole rest of it.
 * @param request from a page of this site, which the caller has checked
 */
export async function voteDoor(
  request: IncomingMessage,
  response: ServerResponse,
  { db, env, log }: { db: Kysely<Database>; env: Pick<Env, 'TRUST_PROXY'>; log: Log },
): Promise<void> {
  let locale = '';
  try {
    const fields = await readForm(request);
    locale = fields['locale'] ?? '';
    const { data: form } = voteForm.safeParse(fields);
    if (!form) throw new InvalidInput({});
    const now = systemClock();
    const { headers, socket } = request;
    const traces = {
      socketAddress: socket.remoteAddress,
      forwardedFor: headers['x-forwarded-for']?.toString(),
      userAgent: headers['user-agent'],
      acceptLanguage: headers['accept-language'],
    };
    const sender = await recogniseSender(db, traces, env.TRUST_PROXY, now);
    send(response, 200, [await receiveVote(db, form, sender, true, now)]);
  } catch (error) {
    if (request.errored) return void response.destroy();
    const { errors } = messagesFor(locale).feedback;
    const { status, sentence, retryAfter, unexpected } = apologyFor(error, errors);
    if (unexpected) log.error({ err: error }, 'feedback could not be stored');
    if (retryAfter) response.setHeader('Retry-After', retryAfter);
    send(response, status, { message: sentence });
  }
}
