import type { APIRoute } from 'astro';
import { senderOf } from '#src/actions/sender-of.ts';
import { receiveBeacon } from '#src/features/events/receive-beacon.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';

export const prerender = false;

/**
 * Takes beacons in development, where nothing but Astro answers; the server has a door of its own
 * for them, src/actions/beacon-door.ts.
 */
export const POST: APIRoute = async (context) => {
  const { request } = context;
  const now = systemClock();
  const sender = await senderOf(context, now);
  await receiveBeacon(database(), await request.text(), sender, request.headers, now).catch(
    () => {},
  );
  return new Response(null, { status: 204 });
};
