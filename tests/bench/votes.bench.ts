import { readFile } from 'node:fs/promises';
import path from 'node:path';
import autocannon from 'autocannon';
import { withDatabase } from '#src/cli/with-database.ts';
import type { Manifest } from '#src/features/articles/manifest.ts';
import { readEnv } from '#src/server/env.ts';
import { instance, start, stop, type Instance } from './instance.ts';
import { median, type Figure } from './measure.ts';

const CONNECTIONS = 50;
const SECONDS = 10;
const ROUNDS = 3;

interface Load {
  acknowledged: number;
  perSecond: number;
  p99: number;
}

let visitors = 0;

/** Votes of as many visitors as there are requests, each from an address of its own. */
async function vote(site: Instance, whileRunning?: () => Promise<void>): Promise<Load> {
  const { BUILD_DIR } = readEnv(site.env);
  const { articles } = JSON.parse(
    await readFile(path.join(BUILD_DIR, 'articles.json'), 'utf8'),
  ) as Manifest;
  let acknowledged = 0;
  const load = autocannon({
    url: `http://127.0.0.1:${site.port}`,
    connections: CONNECTIONS,
    duration: SECONDS,
    // A server that was killed must not be asked again and again.
    bailout: 1000,
    requests: [
      {
        method: 'POST',
        path: '/_actions/feedback.vote',
        setupRequest(request) {
          visitors += 1;
          const article = articles[visitors % articles.length];
          const { locale = '', category = '', slug = '', revision = '' } = article ?? {};
          const answer = visitors % 3 ? 'yes' : 'no';
          const address = [10, visitors >> 16, (visitors >> 8) & 255, visitors & 255].join('.');
          return {
            ...request,
            headers: {
              'content-type': 'application/x-www-form-urlencoded',
              origin: `http://127.0.0.1:${site.port}`,
              'user-agent':
                'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
              'accept-language': 'en',
              'x-forwarded-for': address,
            },
            body: new URLSearchParams({
              locale,
              category,
              slug,
              revision,
              answer,
              elapsed: '5000',
            }).toString(),
          };
        },
        onResponse(status) {
          if (status === 200) acknowledged += 1;
        },
      },
    ],
  });
  await whileRunning?.();
  const result = await load;
  return { acknowledged, perSecond: acknowledged / result.duration, p99: result.latency.p99 };
}

async function storedVotes(site: Instance): Promise<number> {
  return withDatabase(readEnv(site.env), async (db) => {
    const row = await db
      .selectFrom('article_feedback')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  });
}

/** Votes at 50 connections on the embedded database, and what is left of them after a kill -9. */
export async function measureVotes(say: (line: string) => void): Promise<Figure[]> {
  const site = await instance();
  say('starting the product …');
  let server = await start(site);
  try {
    const loads: Load[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const load = await vote(site);
      loads.push(load);
      say(`round ${round}: ${Math.round(load.perSecond)} votes a second, p99 ${load.p99} ms`);
    }
    const acknowledged = loads.reduce((sum, load) => sum + load.acknowledged, 0);
    const lost = acknowledged - (await storedVotes(site));
    say('once more, with kill -9 in the middle …');
    const killed = await vote(site, async () => {
      await new Promise((resolve) => setTimeout(resolve, (SECONDS * 1000) / 2));
      await stop(server, 'SIGKILL');
    });
    server = await start(site);
    const lostByKill = acknowledged + killed.acknowledged - (await storedVotes(site));
    return [
      {
        what: 'accepted votes',
        value: median(loads.map((load) => load.perSecond)),
        unit: '/s',
        bar: { least: 1000 },
      },
      {
        what: 'their 99th percentile',
        value: median(loads.map((load) => load.p99)),
        unit: 'ms',
        bar: { most: 100 },
      },
      {
        what: 'acknowledged and not stored',
        value: Math.max(0, lost),
        unit: 'votes',
        bar: { most: 0 },
      },
      {
        what: 'the same after kill -9',
        value: Math.max(0, lostByKill),
        unit: 'votes',
        bar: { most: 0 },
      },
    ];
  } finally {
    await stop(server);
    await site.remove();
  }
}
