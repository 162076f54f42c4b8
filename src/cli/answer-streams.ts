import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { questionTag } from '#src/features/community/announce.ts';
import { answerNews } from '#src/features/community/answer-news.ts';
import { onChange } from '#src/server/changes.ts';
import type { Env } from '#src/server/env.ts';
import type { Log } from '#src/server/log.ts';
import { addressOf, networkOf } from '#src/server/visitor.ts';

const PAGE = /^\/community\/questions\/([1-9]\d{0,8})\/events$/;
/** Streams of one process; whoever comes later reads without. */
const MOST = 2000;
/** Streams of one address, behind which an office may sit. */
const MOST_OF_ADDRESS = 50;
/** Milliseconds between signs of life, before a proxy takes a quiet connection for dead. */
const HEARTBEAT = 25_000;
/** Milliseconds after which browsers come back, not all at once. */
const RETRY = { least: 4000, most: 16_000 };
/** Bytes that a browser leaves lying; it is not there any more. */
const MOST_UNREAD = 10_000;

interface Room {
  streams: Map<ServerResponse, { told: string }>;
  isReading: boolean;
  /** Whether something changed while it was read. */
  isStale: boolean;
}

/** The streams by which open pages of questions hear of new answers. */
export interface AnswerStreams {
  /** @returns whether the request is for a stream; it is answered then */
  take(request: IncomingMessage, response: ServerResponse, pathname: string): boolean;
  close(): void;
}

/** @param db asked once for all that read a question, when it has changed */
export function answerStreams(
  db: Kysely<Database>,
  { TRUST_PROXY }: Pick<Env, 'TRUST_PROXY'>,
  log: Log,
): AnswerStreams {
  const rooms = new Map<number, Room>();
  const ofAddress = new Map<string, number>();
  let count = 0;
  let isClosed = false;

  function tell(response: ServerResponse, stream: { told: string }, data: string): void {
    if (stream.told === data) return;
    if (!response.headersSent) {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream;charset=utf-8',
        'Cache-Control': 'no-store, no-transform',
        // Proxies that gather answers would keep each event to themselves.
        'X-Accel-Buffering': 'no',
        Connection: 'close',
      });
      response.write(`retry: ${randomInt(RETRY.least, RETRY.most)}\n`);
    }
    stream.told = data;
    write(response, `data: ${data}\n\n`);
  }

  function write(response: ServerResponse, text: string): void {
    if (response.writableLength > MOST_UNREAD) response.destroy();
    else response.write(text);
  }

  /** Ends a stream; a browser that gets no stream does not come back. */
  function refuse(response: ServerResponse, status: number): void {
    if (!response.headersSent) {
      response.writeHead(status, { 'Cache-Control': 'no-store', Connection: 'close' });
    }
    response.end();
  }

  async function refresh(id: number, room: Room): Promise<void> {
    room.isStale = true;
    if (room.isReading) return;
    room.isReading = true;
    while (room.isStale && !isClosed) {
      room.isStale = false;
      try {
        const news = await answerNews(db, id);
        const data = JSON.stringify(news);
        for (const [response, stream] of room.streams) {
          if (news) tell(response, stream, data);
          else refuse(response, 404);
        }
      } catch (error) {
        log.warn({ err: error }, 'open pages could not be told of answers');
        for (const response of room.streams.keys()) {
          if (!response.headersSent) refuse(response, 503);
        }
      }
    }
    room.isReading = false;
  }

  const stopHearing = onChange((change) => {
    const isAny = change.includes('*');
    for (const [id, room] of rooms) {
      if (isAny || change.includes(questionTag(id))) void refresh(id, room);
    }
  });
  const heartbeat = setInterval(() => {
    for (const { streams } of rooms.values()) {
      for (const response of streams.keys()) if (response.headersSent) write(response, ':\n\n');
    }
  }, HEARTBEAT).unref();

  function enter(id: number, address: string, response: ServerResponse): void {
    const room = rooms.get(id) ?? { streams: new Map(), isReading: false, isStale: false };
    rooms.set(id, room);
    room.streams.set(response, { told: '' });
    ofAddress.set(address, (ofAddress.get(address) ?? 0) + 1);
    count += 1;
    response.once('close', () => {
      room.streams.delete(response);
      if (room.streams.size === 0) rooms.delete(id);
      const left = (ofAddress.get(address) ?? 1) - 1;
      if (left > 0) ofAddress.set(address, left);
      else ofAddress.delete(address);
      count -= 1;
    });
    void refresh(id, room);
  }

  return {
    take(request, response, pathname) {
      const { method, headers, socket } = request;
      const [, id] = PAGE.exec(pathname) ?? [];
      // A question may be called “Events”.
      const isAsked = method === 'GET' && headers.accept?.includes('text/event-stream');
      if (!id || !isAsked) return false;
      const forwarded = headers['x-forwarded-for']?.toString() ?? null;
      const address = networkOf(addressOf(socket.remoteAddress, forwarded, TRUST_PROXY));
      const isFull = count >= MOST || (ofAddress.get(address) ?? 0) >= MOST_OF_ADDRESS;
      if (isClosed || isFull) refuse(response, 503);
      else enter(Number(id), address, response);
      return true;
    },
    close() {
      isClosed = true;
      stopHearing();
      clearInterval(heartbeat);
      for (const { streams } of rooms.values()) {
        for (const response of streams.keys()) refuse(response, 503);
      }
    },
  };
}
