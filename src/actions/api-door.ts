import type { APIContext } from 'astro';
import { mayReadInsights } from '#src/features/accounts/api-token.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { readToken } from '#src/features/accounts/read-token.ts';
import { permit } from '#src/features/community/permitted.ts';
import { API_READS_PER_TOKEN } from '#src/features/insights/limits.ts';
import { ListChanged } from '#src/features/insights/paged-rows.ts';
import { SearchAway } from '#src/features/search/engine-server.ts';
import { bearerOf } from '#src/server/bearer.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { digestOf } from '#src/server/digest.ts';
import { readEnv } from '#src/server/env.ts';
import {
  apologyFor,
  NotAllowed,
  NotSignedIn,
  TooMany,
  type Sentences,
} from '#src/server/errors.ts';
import { createLog } from '#src/server/log.ts';
import { useLimits, type Limit } from '#src/server/rate-limit.ts';
import { senderOf } from './sender-of.ts';

const log = createLog(readEnv().LOG_LEVEL);

const SENTENCES: Sentences = {
  notFound: 'There is nothing at this address.',
  invalid: 'The query is not understood.',
  stale: 'This is out of date.',
  tooMany: (_, seconds) => `Too many requests. Try again in ${seconds} seconds.`,
  away: 'The database does not answer. Try again later.',
  unexpected: 'Something went wrong here. Try again later.',
};

const HEADERS = { 'Cache-Control': 'private, no-cache', Vary: 'Authorization, Cookie' };

/** Who asks: the owner of the token that was sent, or else who is signed in. */
async function readerOf(context: APIContext, now: Date): Promise<Actor> {
  const db = database();
  const authorization = context.request.headers.get('authorization');
  if (authorization === null) {
    const { actor } = context.locals;
    permit(actor, mayReadInsights(actor));
    await useLimits(db, [[API_READS_PER_TOKEN, `member ${actor.id}`]]);
    return actor;
  }
  const token = bearerOf(authorization);
  const { visitor } = await senderOf(context, now);
  const actor = await readToken(db, token, 'insights:read', visitor, now);
  await useLimits(db, [[API_READS_PER_TOKEN, digestOf(token)]]);
  return actor;
}

function refusal(error: unknown): Response {
  const says = (status: number, sentence: string, more: Record<string, string> = {}) =>
    Response.json(
      { error: sentence },
      { status, headers: { 'Cache-Control': 'no-store', Vary: HEADERS.Vary, ...more } },
    );
  if (error instanceof NotSignedIn) {
    const sentence = 'Send a token that is good, as Authorization: Bearer …, or sign in.';
    return says(401, sentence, { 'WWW-Authenticate': 'Bearer' });
  }
  if (error instanceof NotAllowed) return says(403, 'This token or account may not read insights.');
  if (error instanceof ListChanged) {
    return says(409, 'The figures were counted anew meanwhile. Begin again without a cursor.');
  }
  if (error instanceof SearchAway) return says(503, 'The search does not answer. Try again later.');
  const { status, sentence, unexpected } = apologyFor(error, SENTENCES);
  if (unexpected) log.error({ err: error }, 'the API could not answer');
  return says(status, sentence, {
    ...(error instanceof TooMany && { 'Retry-After': String(error.seconds) }),
  });
}

/** Answers a program with JSON, or with 304 when it has the same already. */
async function answer(
  { request }: APIContext,
  make: (now: Date) => Promise<unknown>,
): Promise<Response> {
  try {
    const body = JSON.stringify(await make(systemClock()));
    const headers = { ...HEADERS, ETag: `"${digestOf(body).slice(0, 32)}"` };
    const known = request.headers.get('if-none-match') ?? '';
    const isKnown = known
      .split(',')
      .map((one) => one.trim().replace(/^W\//, ''))
      .some((one) => one === headers.ETag || one === '*');
    if (isKnown) return new Response(null, { status: 304, headers });
    return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json' } });
  } catch (error) {
    return refusal(error);
  }
}

/**
 * Answers a program that may read insights with JSON, or with 304 when it has the same already.
 * @param read makes the answer for whoever asks
 */
export const apiDoor = (
  context: APIContext,
  read: (actor: Actor, now: Date) => Promise<unknown>,
): Promise<Response> => answer(context, async (now) => read(await readerOf(context, now), now));

/**
 * The same for what everybody may read on the site as well: no token is asked for.
 * @param limit how often may be asked from one network, as programs invent names of browsers
 */
export const openApiDoor = (
  context: APIContext,
  limit: Limit,
  read: () => Promise<unknown>,
): Promise<Response> =>
  answer(context, async (now) => {
    const { visitor } = await senderOf(context, now);
    await useLimits(database(), [[limit, visitor.network]]);
    return read();
  });
