import type { APIRoute } from 'astro';
import { senderOf } from '#src/actions/sender-of.ts';
import { receiveBeacon } from '#src/features/events/receive-beacon.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { TooMany } from '#src/server/errors.ts';
import { createLog } from '#src/server/log.ts';

export const prerender = false;

const log = createLog(readEnv().LOG_LEVEL);

/** Takes what a browser tells when its page is hidden. The answer is the same whatever it was. */
export const POST: APIRoute = async (context) => {
  const { request } = context;
  const now = systemClock();
  try {
    const sender = await senderOf(context, now);
    await receiveBeacon(database(), await request.text(), sender, request.headers, now);
  } catch (error) {
    if (!(error instanceof TooMany)) log.error({ err: error }, 'events were not recorded');
  }
  return new Response(null, { status: 204 });
};
