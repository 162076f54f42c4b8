import type http from 'node:http';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { isAnswering } from '#db/connection.ts';
import { beaconDoor, beaconFault, isBeacon } from '#src/actions/beacon-door.ts';
import { deskDoor, isDesk } from '#src/actions/desk-door.ts';
import { questionDoor } from '#src/actions/question-door.ts';
import { shelfDoor } from '#src/actions/shelf-door.ts';
import { isOneClick, unsubscribeDoor } from '#src/actions/unsubscribe-door.ts';
import { isPlainVote, voteDoor } from '#src/actions/vote-door.ts';
import type { Env } from '#src/server/env.ts';
import type { Log } from '#src/server/log.ts';
import { createMetrics, mayReadMetrics } from '#src/server/metrics.ts';
import { PageCache } from '#src/server/page-cache.ts';
import { PageShells } from '#src/server/page-shell.ts';
import { postFault } from '#src/server/post-fault.ts';
import { securityHeaders } from '#src/server/security-headers.ts';
import { believeProxy } from '#src/server/proxy.ts';
import { listen } from '#src/server/listen.ts';
import { answerStreams } from './answer-streams.ts';
import { type OpenedBuild, openBuild } from './opened-build.ts';

/** Room for an answer of twenty thousand characters in any script, as a form encodes them. */
const longestBody = 256_000;
/** Room for a picture that is twice too large, so that its sender is told so in words. */
const longestPicture = 10_500_000;
/** The same for the pictures of a contact request. */
const longestPictures = 16_000_000;
/** Forms with pictures that may lie in memory at once. */
const mostPictures = 6;
const patience = 4000;
const plainText = { ...securityHeaders, 'Content-Type': 'text/plain;charset=utf-8' };

/** Bytes that a door takes, pictures alone or with the form that they go into among them. */
function longestAt(pathname: string, query: string): number {
  if (query === '?_action=contact.send') return longestPictures;
  const takesPicture =
    pathname.endsWith('/community/upload') ||
    query === '?_action=community.addImage' ||
    query === '?_action=accounts.savePicture';
  return takesPicture ? longestPicture : longestBody;
}

export interface Server {
  /** Puts another build in place; requests that are under way finish on the old one. */
  show(folder: string): Promise<void>;
  /** Takes no more requests, lets running ones finish for a few seconds. */
  stop(): Promise<void>;
}

/**
 * Serves a build on the configured address.
 * @param db asked by `/health/ready`, and of all doors that need no Astro; its pages find it through `database()`
 * @param reading the same, for the pages of which there are most
 * @throws ConfigurationError when the address is taken
 */
export async function serve(
  env: Env,
  folder: string,
  { log, db, reading }: { log: Log; db: Kysely<any>; reading: Kysely<any> },
): Promise<Server> {
  let build: OpenedBuild = await openBuild(folder);
  const pages = new PageCache();
  const metrics = createMetrics(db, pages, () => path.basename(build.folder));
  const newShells = () => new PageShells(build.pages, new URL(env.SITE_URL).host, log);
  let shells = newShells();
  const streams = answerStreams(db, env, log);
  let stopping = false;
  let pictures = 0;

  function answer(request: http.IncomingMessage, response: http.ServerResponse): void {
    const { method = 'GET', url = '/' } = request;
    const reads = method === 'GET' || method === 'HEAD';
    if (reads && build.files(request, response, url)) return;

    const mark = url.indexOf('?');
    const pathname = mark < 0 ? url : url.slice(0, mark);
    const query = mark < 0 ? '' : url.slice(mark);
    if (!pathname.startsWith('/')) return refuse(response, 400, 'bad address');
    if (pathname.startsWith('/health/')) return void health(pathname, response);
    if (pathname === '/metrics') return void tellMetrics(request, response);
    let address = pathname;
    try {
      address = decodeURIComponent(pathname).normalize();
    } catch {
      return refuse(response, 400, 'bad address');
    }
    if (reads && build.files(request, response, address)) return;
    if (!reads) {
      if (method !== 'POST') return refuse(response, 405, 'method not allowed', 'GET, HEAD, POST');
      if (build.files.has(address)) return refuse(response, 405, 'method not allowed', 'GET, HEAD');
      const length = Number(request.headers['content-length'] ?? Number.NaN);
      // Without a length a body could go on for ever; browsers always send one.
      if (Number.isNaN(length)) return refuse(response, 411, 'length required');
      if (length > longestBody) {
        if (length > longestAt(pathname, query)) return refuse(response, 413, 'too much');
        if (pictures >= mostPictures) return refuse(response, 503, 'busy');
        pictures += 1;
        response.once('close', () => (pictures -= 1));
      }
    } else {
      const moved = build.movedTo(pathname);
      if (moved !== undefined) {
        const headers = {
          ...securityHeaders,
          Location: moved + query,
          'Cache-Control': 'max-age=3600',
        };
        response.writeHead(301, headers).end();
        return;
      }
    }
    for (const name in securityHeaders) response.setHeader(name, securityHeaders[name] ?? '');
    believeProxy(request, env);
    if (isOneClick(request, pathname, query)) {
      return void unsubscribeDoor(request, response, query, { db, env, log });
    }
    if (isDesk(request, pathname)) return void deskDoor(request, response, { db, env, log });
    const fault = reads ? undefined : postFault(request, pathname, query);
    if (fault) return refuse(response, ...fault);
    if (isBeacon(request, pathname)) {
      const refusal = beaconFault(request);
      if (refusal) return refuse(response, ...refusal);
      return void beaconDoor(request, response, { db, env, log });
    }
    if (isPlainVote(request, pathname)) return void voteDoor(request, response, { db, env, log });
    if (streams.take(request, response, pathname)) return;
    void pages.answer(request, response, (...asked) => void onDemand(...asked));
  }

  async function onDemand(
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    try {
      if (await openDoor(request, response)) return;
    } catch (error) {
      // Astro has an answer to what fails.
      log.error({ err: error }, 'a page could not be put together');
    }
    void build.pages(request, response, () => notFound(request, response));
  }

  /** The pages of which there are most, without Astro; false for all others. */
  const openDoor = async (request: http.IncomingMessage, response: http.ServerResponse) =>
    (await questionDoor(request, response, { db, reading, env, shells })) ||
    shelfDoor(request, response, { db, reading, shells });

  /** The page for missing addresses is made for the address, with what comes close to it. */
  function notFound(request: http.IncomingMessage, response: http.ServerResponse): void {
    if (response.headersSent) return;
    if (request.method === 'POST') return refuse(response, 404, 'not found');
    const asked = request.url?.split('?')[0] ?? '/';
    request.url = `/missing?path=${encodeURIComponent(asked)}`;
    void build.pages(request, response, () => refuse(response, 404, 'not found'));
  }

  async function tellMetrics(
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    if (request.method !== 'GET') return refuse(response, 405, 'method not allowed', 'GET');
    if (!mayReadMetrics(request, env)) return refuse(response, 403, 'not for you');
    try {
      const { type, text } = await metrics.read();
      const headers = { ...securityHeaders, 'Content-Type': type, 'Cache-Control': 'no-store' };
      response.writeHead(200, headers).end(text);
    } catch (error) {
      log.error({ err: error }, 'metrics could not be read');
      refuse(response, 503, 'the database does not answer');
    }
  }

  async function health(pathname: string, response: http.ServerResponse): Promise<void> {
    const isUp = pathname === '/health/live' || pathname === '/health/ready';
    if (!isUp) return refuse(response, 404, 'not found');
    const parts = { site: stopping ? 'stopping' : 'ok', database: 'ok' };
    if (pathname === '/health/ready' && !(await isAnswering(db))) {
      parts.database = 'does not answer';
    }
    const ready = Object.values(parts).every((state) => state === 'ok');
    response.writeHead(pathname === '/health/live' || ready ? 200 : 503, {
      ...securityHeaders,
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
    });
    response.end(
      JSON.stringify(
        pathname === '/health/live'
          ? { status: 'live' }
          : { status: ready ? 'ready' : 'not ready', parts },
      ),
    );
  }

  const server = await listen(env, (request, response) => {
    metrics.watch(request, response);
    if (log.isLevelEnabled('debug')) logWhenDone(request, response, log);
    try {
      answer(request, response);
    } catch (error) {
      log.error({ err: error, path: request.url?.split('?')[0] }, 'request failed');
      refuse(response, 500, 'internal error');
    }
  });

  return {
    async show(next) {
      build = await openBuild(next);
      shells = newShells();
      pages.clear();
    },
    async stop() {
      stopping = true;
      streams.close();
      await server.close(patience);
      pages.close();
    },
  };
}

function refuse(
  response: http.ServerResponse,
  status: number,
  sentence: string,
  allow?: string,
): void {
  if (response.headersSent) return void response.destroy();
  // The body that was not read would be taken for the next request.
  const close = status === 411 || status === 413 || status === 503 ? { Connection: 'close' } : {};
  response.writeHead(status, { ...plainText, ...(allow && { Allow: allow }), ...close });
  response.end(`${sentence}\n`);
}

/** Neither addresses nor queries are written down: what people search for is theirs. */
function logWhenDone(request: http.IncomingMessage, response: http.ServerResponse, log: Log): void {
  const began = performance.now();
  response.once('close', () => {
    const ms = Math.round((performance.now() - began) * 10) / 10;
    const path = request.url?.split('?')[0];
    log.debug({ method: request.method, path, status: response.statusCode, ms }, 'request');
  });
}
