import { readFile } from 'node:fs/promises';
import path from 'node:path';
import autocannon from 'autocannon';
import { withDatabase } from '#src/cli/with-database.ts';
import { articlePath } from '#src/features/articles/address.ts';
import type { Manifest } from '#src/features/articles/manifest.ts';
import type { Told } from '#src/features/events/beacon.ts';
import { readEnv } from '#src/server/env.ts';
import { instance, start, stop, type Instance } from './instance.ts';
import { median, type Figure } from './measure.ts';

const CONNECTIONS = 50;
const SECONDS = 10;
const ROUNDS = 5;

interface Load {
  beacons: number;
  events: number;
  /** Of seconds. */
  duration: number;
  p99: number;
}

let beacons = 0;

/**
 * What one visitor's four pages tell, twelve events: a search on the home page, with the click on a
 * result; an article from where another search led on; that article; and a form for asking that was
 * begun, suggested something, and was left. A beacon has three events in the mean.
 */
function journey(step: number, article: string, next: string): Told[] {
  const query = 'how to reset the password';
  const found = { kind: 'searched', query, quality: 'good', results: 7, from: 'box' } as const;
  const click = { kind: 'result-clicked', query, rank: 2, article } as const;
  if (step === 0) return [found, click];
  if (step === 1) {
    const read = { kind: 'article-viewed', article, seconds: 34 } as const;
    return [found, { ...click, article: next }, read];
  }
  if (step === 2) return [{ kind: 'article-viewed', article: next, seconds: 71 }];
  const form = 'ask' as const;
  return [
    { kind: 'form-started', form },
    { kind: 'suggestion-shown', form, article, rank: 1 },
    { kind: 'suggestion-shown', form, article: next, rank: 2 },
    { kind: 'suggestion-shown', form, question: 12, rank: 3 },
    { kind: 'suggestion-opened', form, article: next, rank: 2 },
    { kind: 'form-abandoned', form },
  ];
}
const STEPS = 4;
/** Visitors who are there at the same time; each waits for all the others between two pages. */
const COHORT = 500;

/** Beacons of as many visitors as a quarter of the requests, each from an address of its own. */
async function send(site: Instance): Promise<Load> {
  const { BUILD_DIR } = readEnv(site.env);
  const made = await readFile(path.join(BUILD_DIR, 'articles.json'), 'utf8');
  const { articles, site: facts } = JSON.parse(made) as Manifest;
  const paths = articles
    .filter(({ locale }) => locale === facts.defaultLocale)
    .map(({ locale, category, slug }) => articlePath(facts, locale, category, slug));
  const load: Load = { beacons: 0, events: 0, duration: 0, p99: 0 };
  const result = await autocannon({
    url: `http://127.0.0.1:${site.port}`,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [
      {
        method: 'POST',
        path: '/events',
        setupRequest(request, context) {
          const visitor = Math.floor(beacons / (COHORT * STEPS)) * COHORT + (beacons % COHORT);
          const step = Math.floor(beacons / COHORT) % STEPS;
          beacons += 1;
          const article = paths[visitor % paths.length]!;
          const told = journey(step, article, paths[(visitor * 7 + 1) % paths.length]!);
          Object.assign(context, { told: told.length });
          const address = [10, visitor >> 16, (visitor >> 8) & 255, visitor & 255].join('.');
          return {
            ...request,
            headers: {
              'content-type': 'text/plain;charset=UTF-8',
              origin: `http://127.0.0.1:${site.port}`,
              'sec-fetch-site': 'same-origin',
              'user-agent':
                'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
              'accept-language': 'en',
              'x-forwarded-for': address,
            },
            body: JSON.stringify({
              locale: facts.defaultLocale,
              page: beacons * 1000 + (Date.now() % 1000),
              opened: Date.now() - 80_000,
              events: told,
            }),
          };
        },
        onResponse(status, _body, context) {
          if (status !== 204) return;
          load.beacons += 1;
          load.events += (context as { told: number }).told;
        },
      },
    ],
  });
  return { ...load, duration: result.duration, p99: result.latency.p99 };
}

async function storedEvents(site: Instance): Promise<number> {
  return withDatabase(readEnv(site.env), async (db) => {
    const row = await db
      .selectFrom('events')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  });
}

const perSecond = (what: 'events' | 'beacons') => (load: Load) => load[what] / load.duration;

/** Events that browsers tell at 50 connections on the embedded database, and whether all are stored. */
export async function measureEvents(say: (line: string) => void): Promise<Figure[]> {
  const site = await instance();
  say('starting the product …');
  const server = await start(site);
  try {
    const loads: Load[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const load = await send(site);
      loads.push(load);
      const [events, sent] = [perSecond('events')(load), perSecond('beacons')(load)];
      say(
        `round ${round}: ${Math.round(events)} events in ${Math.round(sent)} beacons a second, p99 ${load.p99} ms`,
      );
    }
    const acknowledged = loads.reduce((sum, { events }) => sum + events, 0);
    const lost = acknowledged - (await storedEvents(site));
    return [
      {
        what: 'accepted events',
        value: median(loads.map(perSecond('events'))),
        unit: '/s',
        bar: { least: 5000 },
      },
      {
        what: 'the same in the best round',
        value: Math.max(...loads.map(perSecond('events'))),
        unit: '/s',
      },
      { what: 'in beacons', value: median(loads.map(perSecond('beacons'))), unit: '/s' },
      {
        what: 'their 99th percentile',
        value: median(loads.map(({ p99 }) => p99)),
        unit: 'ms',
        bar: { most: 50 },
      },
      {
        what: 'acknowledged and not stored',
        value: Math.max(0, lost),
        unit: 'events',
        bar: { most: 0 },
      },
    ];
  } finally {
    await stop(server);
    await site.remove();
  }
}
