import { LRUCache } from 'lru-cache';
import type { Happening } from '#src/features/events/event.ts';
import { admitVisitor } from '#src/features/events/admit-visitor.ts';
import { recordEvents } from '#src/features/events/record-events.ts';
import { witnessed } from '#src/features/events/witnessed.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { TooMany } from '#src/server/errors.ts';
import { createLog } from '#src/server/log.ts';
import { senderOf } from './sender-of.ts';

/** Milliseconds: as long as a visit lasts without a sign of its visitor. */
const VISIT = 30 * 60_000;
const recorded = new LRUCache<string, true>({ max: 20_000, ttl: VISIT });

const log = createLog(readEnv().LOG_LEVEL);

/** Whether a page is fetched for somebody who has not asked for it yet, and may never. */
const isFetchedAhead = ({ headers }: Request) =>
  /prefetch|prerender|preview/i.test(
    `${headers.get('sec-purpose')} ${headers.get('purpose')} ${headers.get('x-moz')}`,
  );

/**
 * Records what the server sees while it makes a page that anybody can ask for. The page does not wait
 * for it, and what cannot be counted stops nobody.
 * @param once names what is recorded of a visitor only once in half an hour
 */
export async function recordSeen(
  context: { request: Request; clientAddress: string },
  happening: Happening,
  once?: string,
): Promise<void> {
  if (isFetchedAhead(context.request)) return;
  const now = systemClock();
  try {
    const sender = await senderOf(context, now);
    const by = witnessed(sender, context.request.headers);
    if (!by) return;
    const mark = once && `${by.visitor} ${once}`;
    if (mark && recorded.has(mark)) return;
    if (mark) recorded.set(mark, true);
    await admitVisitor(database(), by, sender.visitor, now);
    await recordEvents(database(), [happening], by, now);
  } catch (error) {
    if (!(error instanceof TooMany)) log.error({ err: error }, 'an event was not recorded');
  }
}
