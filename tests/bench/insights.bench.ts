import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { withDatabase } from '#src/cli/with-database.ts';
import { openSession } from '#src/features/accounts/session.ts';
import { makeEventMonths } from '#src/features/events/make-event-months.ts';
import { rollUpEvents } from '#src/features/events/roll-up-events.ts';
import { keepReports } from '#src/features/insights/keep-reports.ts';
import { INSIGHT_PAGES, insightsPath } from '#src/features/insights/insights-address.ts';
import { createDatabase } from '#src/server/database.ts';
import { dayOf } from '#src/server/clock.ts';
import { readEnv } from '#src/server/env.ts';
import { instance, start, stop, type Instance } from './instance.ts';
import { makeArticles } from './make-articles.ts';
import { type Figure } from './measure.ts';
import {
  attachMonth,
  copyCounts,
  copyEvents,
  makeLooseMonth,
  sowDay,
  sowVotes,
} from './sow-events.ts';

const ARTICLES = 2000;
const EVENTS = 50_000_000;
const DAYS = 365;
/** Days that are sown and counted one by one; the others are copies of them. */
const SOWN = 28;
/** Events of a visit, on average. */
const EACH = 3.5;
const VOTES = 500_000;
const BUSY_DAY = 200_000;
/** Places of the articles whose pages are asked for: the busiest, one of many, a quiet one. */
const ARTICLE_PLACES = [0, 200, 1500];
const ROUNDS = 15;

const day = (now: Date, ago: number) => dayOf(new Date(now.getTime() - ago * 86_400_000));
const seconds = (since: number) => (performance.now() - since) / 1000;

async function sowYear(
  db: Kysely<Database>,
  now: Date,
  say: (line: string) => void,
): Promise<void> {
  await makeEventMonths(db, new Date(now.getTime() - SOWN * 86_400_000));
  const visits = Math.round(EVENTS / DAYS / EACH);
  for (let ago = SOWN - 1; ago >= 0; ago -= 1) {
    await sowDay(db, day(now, ago), visits);
    if (ago % 7 === 0) say(`${SOWN - ago} of ${SOWN} days sown`);
  }
  await rollUpEvents(db, now, (of, done, all) => {
    if (done % 7 === 0) say(`${done} of ${all} days counted (${of})`);
  });
  const made = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class WHERE relname LIKE 'events\\_20%' AND relkind = 'r'`.execute(
    db,
  );
  const there = new Set(made.rows.map(({ name }) => name));
  const months = Map.groupBy(
    Array.from({ length: DAYS - SOWN }, (_, index) => day(now, SOWN + index)),
    (one) => one.slice(0, 7),
  );
  for (const [month, days] of months) {
    const first = `${month}-01`;
    const isThere = there.has(`events_${month.replace('-', '_')}`);
    const table = isThere ? 'events' : await makeLooseMonth(db, first);
    for (const one of days) {
      const ago = Math.round((Date.parse(day(now, 0)) - Date.parse(one)) / 86_400_000);
      const source = ago % SOWN;
      await copyEvents(db, table, day(now, source), source - ago);
    }
    if (!isThere) {
      const next = new Date(`${first}T00:00:00Z`);
      next.setUTCMonth(next.getUTCMonth() + 1);
      await attachMonth(db, table, first, dayOf(next));
    }
    say(`${month} filled`);
  }
  for (let back = SOWN; back < DAYS; back += SOWN) {
    await copyCounts(db, day(now, Math.min(SOWN - 1, DAYS - back - 1)), day(now, 0), -back);
  }
  await sowVotes(db, day(now, 0), { days: DAYS, votes: VOTES });
  say('vacuuming …');
  await sql`VACUUM (ANALYZE)`.execute(db);
}

/** Milliseconds in which 95 of 100 answers have come, over pages asked one after the other. */
function p95(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
}

async function pageTimes(
  site: Instance,
  cookie: string,
  articles: string[],
  say: (line: string) => void,
): Promise<Figure[]> {
  const locales = { defaultLocale: 'en', locales: ['en'] };
  const paths = [...INSIGHT_PAGES.map((page) => insightsPath(locales, 'en', page)), ...articles];
  const figures: Figure[] = [];
  for (const address of paths) {
    const times: number[] = [];
    // The first round loads code, and is not counted.
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const period of ['week', 'month', 'quarter', 'year']) {
        const began = performance.now();
        const response = await fetch(`http://127.0.0.1:${site.port}${address}?period=${period}`, {
          headers: { cookie },
        });
        await response.text();
        if (!response.ok) throw new Error(`${address} answered ${response.status}`);
        if (round >= 0) times.push(performance.now() - began);
      }
    }
    say(`${address}: ${Math.round(p95(times))} ms`);
    figures.push({
      what: `page ${address}, p95`,
      value: p95(times),
      unit: 'ms',
      bar: { most: 300 },
    });
  }
  return figures;
}

/** How long somebody at a terminal waits for all articles; of some times, the middle one. */
async function commandTime(site: Instance): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const began = performance.now();
    const options = { env: site.env, maxBuffer: 256 * 2 ** 20 };
    await promisify(execFile)(process.execPath, ['src/cli/insights.ts', '--json'], options);
    times.push(seconds(began));
  }
  const [, , middle = Number.NaN] = times.toSorted((a, b) => a - b);
  return { what: 'npm run insights', value: middle, unit: 's', bar: { most: 2 } };
}

/**
 * Insights of 2,000 articles with 50 million events over twelve months. Four weeks are sown and
 * counted event by event; the other months are copies of them with other visitors.
 */
export async function measureInsights(say: (line: string) => void): Promise<Figure[]> {
  const contentDir = await mkdtemp(path.join(tmpdir(), 'helpmark-bench-content-'));
  await makeArticles(contentDir, ARTICLES);
  const site = await instance(contentDir);
  say('starting the product …');
  let server = await start(site);
  await stop(server);
  const now = new Date();
  const figures: Figure[] = [];
  let cookie = '';
  let articles: string[] = [];
  await withDatabase(readEnv(site.env), async (_, url) => {
    const db = createDatabase(url, { connections: 2, statementTimeout: 0 });
    try {
      await sowYear(db, now, say);
      const { rows } = await sql<{ events: string; bytes: string; counts: string }>`
        SELECT count(*) AS events,
          (SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits
            WHERE inhparent = 'events'::regclass) AS bytes,
          (SELECT sum(pg_total_relation_size(oid)) FROM pg_class
            WHERE relkind = 'r' AND relname ~ '_days$|^article_escalations$') AS counts
        FROM events`.execute(db);
      const millions = Number(rows[0]!.events) / 1e6;
      say(`${millions.toFixed(1)} million events`);
      figures.push(
        { what: 'events', value: millions, unit: 'million' },
        {
          what: 'disk per million events',
          value: Number(rows[0]!.bytes) / millions / 2 ** 20,
          unit: 'MB',
        },
        {
          what: 'disk of the counts of a year',
          value: Number(rows[0]!.counts) / 2 ** 20,
          unit: 'MB',
        },
      );
      const busy = day(now, DAYS + 40);
      await makeEventMonths(db, new Date(`${busy}T00:00:00Z`));
      await sowDay(db, busy, Math.round(BUSY_DAY / EACH));
      let began = performance.now();
      await sql`DELETE FROM rolled_days`.execute(db);
      await sql`
        INSERT INTO rolled_days (day, rolled_at, last_event_id)
        SELECT ${day(now, 0)}::date, ${now}, last_value FROM events_id_seq`.execute(db);
      await rollUpEvents(db, new Date(`${busy}T23:59:00Z`));
      figures.push({
        what: 'counting a day of 200,000 events, and the day before',
        value: seconds(began),
        unit: 's',
        bar: { most: 30 },
      });
      began = performance.now();
      await keepReports(db, now);
      figures.push({ what: 'making the kept reports', value: seconds(began), unit: 's' });
      const admin = await sql<{ id: number }>`
        INSERT INTO members (handle, name, email, email_verified_at, role, locale, created_at)
        VALUES ('bench', 'Bench', 'bench@example.com', ${now}, 'admin', 'en', ${now})
        RETURNING id`.execute(db);
      const token = await openSession(
        db,
        admin.rows[0]!.id,
        { userAgent: 'bench', token: undefined },
        now,
      );
      cookie = `session=${token}`;
      const paths = await sql<{ path: string }>`
        SELECT '/insights/articles/' || locale || '/' || category || '/' || slug AS path
        FROM articles ORDER BY id`.execute(db);
      articles = ARTICLE_PLACES.map((place) => paths.rows[place]!.path);
    } finally {
      await db.destroy();
    }
  });
  server = await start(site);
  try {
    figures.push(...(await pageTimes(site, cookie, articles, say)), await commandTime(site));
  } finally {
    await stop(server);
    await site.remove();
    await rm(contentDir, { recursive: true, force: true });
  }
  return figures;
}
