import { chromium } from '@playwright/test';
import autocannon from 'autocannon';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { withDatabase } from '#src/cli/with-database.ts';
import { openSession } from '#src/features/accounts/session.ts';
import { questionPath } from '#src/features/community/question-address.ts';
import { readCursor, type Span, writeCursor } from '#src/features/community/list-cursor.ts';
import type { Order, Shelf } from '#src/features/community/question-list.ts';
import { readQuestions } from '#src/features/community/read-questions.ts';
import { findQuestions } from '#src/features/search/find-questions.ts';
import { readEnv } from '#src/server/env.ts';
import { chromiumOptions } from '#tests/support/browser.ts';
import { countingProxy } from './counting-proxy.ts';
import { instance, memoryOf, run, start, stop, type Instance } from './instance.ts';
import { median, type Figure } from './measure.ts';

const CONNECTIONS = 10;
const SECONDS = 10;
const WARM_UP = 3;
/** Of what PostgreSQL has a part in; machines are slower in one minute than in another. */
const ROUNDS = 3;
/** Each may answer four times a minute. */
const ANSWERERS = 1900;
const STATIC_PAGE = '/articles/using/search';
const ORDERS = ['active', 'newest', 'helpful', 'unanswered'] as const satisfies Order[];
const QUERIES = ['merge', 'proxy certificate', 'how do i translate', 'export a report twice a day'];

interface Load {
  perSecond: number;
  p99: number;
}

interface Peers {
  /** Addresses of questions with 20 answers. */
  questions: string[];
  /** Addresses of lists in all orders, each from another place on. */
  lists: string[];
  /** Session tokens of as many members. */
  tokens: string[];
}

async function findPeers(site: Instance): Promise<Peers> {
  return withDatabase(readEnv(site.env), async (db) => {
    const questions = await db
      .selectFrom('questions')
      .select(['id', 'title', 'created_at', 'active_at', 'score'])
      .where('answer_count', '=', 20)
      .orderBy('id')
      .execute();
    const members = await db
      .selectFrom('members')
      .select('id')
      .where('handle', 'like', 'volume-%')
      .limit(ANSWERERS)
      .execute();
    const tokens: string[] = [];
    for (const { id } of members) {
      tokens.push(await openSession(db, id, { userAgent: 'bench', token: undefined }, new Date()));
    }
    const locales = { defaultLocale: 'en', locales: ['en'] };
    const lists = questions.map(({ id, created_at, active_at, score }, number) => {
      const order = at(ORDERS, number);
      const times = { active: active_at, newest: created_at, unanswered: created_at };
      const value = order === 'helpful' ? score : times[order].getTime();
      return `/community?order=${order}&after=${writeCursor({ value, id })}`;
    });
    return { questions: questions.map((one) => questionPath(locales, 'en', one)), lists, tokens };
  });
}

type Request = Pick<autocannon.Request, 'path' | 'method' | 'headers' | 'body'>;

/** Load of requests that differ, after a short one that nobody counts. */
async function load(
  site: Instance,
  request: (number: number) => Request,
  { connections = CONNECTIONS, expects = 200 } = {},
): Promise<Load> {
  let number = 0;
  const once = async (duration: number) => {
    let right = 0;
    const result = await autocannon({
      url: `http://127.0.0.1:${site.port}`,
      connections,
      duration,
      requests: [
        {
          setupRequest: (given) => ({ ...given, ...request((number += 1)) }),
          onResponse: (status) => (right += status === expects ? 1 : 0),
        },
      ],
    });
    const wrong = result.requests.total - right;
    if (wrong > connections || result.errors > 0) throw new Error(`${wrong} requests failed`);
    return { perSecond: right / result.duration, p99: result.latency.p99 };
  };
  await once(WARM_UP);
  return once(SECONDS);
}

const at = <Item>(list: Item[], number: number): Item => list[number % list.length] as Item;

/** Milliseconds below which 95 of 100 calls lie. */
async function p95(calls: number, call: (number: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let number = 0; number < calls; number += 1) {
    const began = performance.now();
    await call(number);
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(calls * 0.95)] ?? Number.NaN;
}

/** Every list on its first and its hundredth page, and searches of one to four words. */
async function inTheDatabase(db: Kysely<Database>): Promise<Record<'lists' | 'search', number>> {
  const spans: { order: Order; shelf: Shelf; span: Span }[] = [];
  for (const order of ORDERS) {
    for (const narrowing of [{}, { category: 'using' }, { tag: 'merge' }]) {
      const shelf = { ...narrowing, locales: ['en'] };
      let span: Span = {};
      spans.push({ order, shelf, span });
      for (let page = 1; page < 100; page += 1) {
        const { next } = await readQuestions(db, order, shelf, span);
        if (!next) break;
        span = { after: readCursor(next) };
      }
      spans.push({ order, shelf, span });
    }
  }
  const list = ({ order, shelf, span }: (typeof spans)[number]) =>
    readQuestions(db, order, shelf, span);
  const search = (query: string) => findQuestions(db, { query, locales: ['en'] });
  return {
    lists: await p95(spans.length * 20, (number) => list(at(spans, number))),
    search: await p95(QUERIES.length * 20, (number) => search(at(QUERIES, number))),
  };
}

/** HTML, styles and scripts of a question page as they go over the wire on a first visit, in kB. */
async function weigh(site: Instance, path: string): Promise<number> {
  const proxy = await countingProxy(site.port);
  const browser = await chromium.launch(await chromiumOptions());
  try {
    const page = await browser.newPage();
    proxy.take();
    await page.goto(`http://127.0.0.1:${proxy.port}${path}`, { waitUntil: 'load' });
    await page.waitForTimeout(1000);
    return proxy.take() / 1000;
  } finally {
    await browser.close();
    proxy.close();
  }
}

/**
 * The community with 100,000 questions and 600,000 answers on the embedded database: pages made
 * anew, each time another question, and kept ones beside a static file; answers through every check.
 */
export async function measureCommunity(say: (line: string) => void): Promise<Figure[]> {
  const site = await instance();
  say('starting the product …');
  let server = await start(site);
  await stop(server);
  say('sowing 100,000 questions with 600,000 answers …');
  const seed = await run('src/cli/db.ts', site, ['seed', 'community-volume']);
  say(`sown in ${Math.round(seed.seconds)} s`);
  server = await start(site);
  say('vacuuming, as a database does that has grown over years …');
  await withDatabase(readEnv(site.env), async (db) => {
    await sql`VACUUM (ANALYZE)`.execute(db);
    await sql`CHECKPOINT`.execute(db);
  });
  try {
    const { questions, lists: places, tokens } = await findPeers(site);
    const memory: number[] = [];
    const told = async (what: string, measuring: Promise<Load>): Promise<Load> => {
      const result = await measuring;
      memory.push(await memoryOf(server.pid ?? 0));
      const { perSecond, p99 } = result;
      say(`${what}: ${Math.round(perSecond)}/s, p99 ${p99} ms, ${Math.round(memory.at(-1)!)} MB`);
      return result;
    };
    const cookie = (number: number) => ({ cookie: `session=${at(tokens, number)}` });
    const get = (path: string, headers = {}) => ({ method: 'GET' as const, path, headers });
    const rounds: Record<'fresh' | 'signedIn' | 'lists', Load>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({
        fresh: await told(
          'question page made anew',
          load(site, (number) => get(at(questions, number))),
        ),
        signedIn: await told(
          'signed in',
          load(site, (number) => get(at(questions, number), cookie(number))),
        ),
        lists: await told(
          'lists made anew',
          load(site, (number) => get(at(places, number))),
        ),
      });
    }
    const middle = (what: keyof (typeof rounds)[number], of: keyof Load) =>
      median(rounds.map((round) => round[what][of]));
    const encoded = { 'accept-encoding': 'gzip, br' };
    const many = { connections: 50 };
    const kept = await told(
      'question page kept',
      load(site, () => get(questions[0]!, encoded), many),
    );
    const file = await told(
      'static file',
      load(site, () => get(STATIC_PAGE, encoded), many),
    );
    // Before thousands of answers with the same words are the newest that there are.
    say('asking the database …');
    const { lists: listed, search } = await withDatabase(readEnv(site.env), inTheDatabase);
    const answers = await told(
      'answers posted',
      load(
        site,
        (number) => ({
          method: 'POST',
          path: `${at(questions, number * 7)}?_action=community.answer`,
          headers: {
            ...cookie(number),
            'content-type': 'application/x-www-form-urlencoded',
            origin: `http://127.0.0.1:${site.port}`,
          },
          body: new URLSearchParams({
            question: at(questions, number * 7).split('/')[3]!,
            body: `Answer number ${number}: this is how it went on our machine, step by step.`,
          }).toString(),
        }),
        { expects: 303 },
      ),
    );
    return [
      { what: 'sowing the volume', value: seed.seconds, unit: 's', bar: { most: 300 } },
      {
        what: 'question page, made anew',
        value: middle('fresh', 'perSecond'),
        unit: '/s',
        bar: { least: 900 },
      },
      { what: 'its 99th percentile', value: middle('fresh', 'p99'), unit: 'ms', bar: { most: 40 } },
      {
        what: 'the same, signed in',
        value: middle('signedIn', 'perSecond'),
        unit: '/s',
        bar: { least: 450 },
      },
      {
        what: 'list, made anew',
        value: middle('lists', 'perSecond'),
        unit: '/s',
        bar: { least: 600 },
      },
      {
        what: 'question page, kept ÷ static file',
        value: kept.perSecond / file.perSecond,
        unit: '×',
        bar: { least: 0.6 },
      },
      { what: 'answers posted', value: answers.perSecond, unit: '/s', bar: { least: 250 } },
      { what: 'their 99th percentile', value: answers.p99, unit: 'ms', bar: { most: 60 } },
      { what: 'lists in the database, p95', value: listed, unit: 'ms', bar: { most: 30 } },
      { what: 'search in the database, p95', value: search, unit: 'ms', bar: { most: 30 } },
      {
        what: 'question page, first visit',
        value: await weigh(site, questions[0]!),
        unit: 'kB',
        bar: { most: 40 },
      },
      {
        what: 'memory under this load',
        value: Math.max(...memory),
        unit: 'MB',
        bar: { most: 300 },
      },
    ];
  } finally {
    await stop(server);
    await site.remove();
  }
}
