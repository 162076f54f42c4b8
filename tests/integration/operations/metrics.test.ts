import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeEventMonths } from '#src/features/events/make-event-months.ts';
import { recordEvents } from '#src/features/events/record-events.ts';
import { addJob } from '#src/server/jobs.store.ts';
import { startJobs } from '#src/server/jobs.ts';
import { createLog } from '#src/server/log.ts';
import { createMetrics } from '#src/server/metrics.ts';
import { queueMail } from '#src/server/outbox.ts';
import { mail } from '#tests/integration/mail/sample-mails.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db, url } = await testDatabase();
const pages = { counts: { kept: 0, made: 0, passed: 0 }, size: 0 };
const metrics = createMetrics(db, pages, () => 'some-build');
const server = http.createServer((request, response) => {
  metrics.watch(request, response);
  response.writeHead(request.url === '/gone' ? 404 : 200).end('here');
});
let site = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

/** The value of a series; undefined when it is not there. */
async function read(series: string): Promise<number | undefined> {
  const { text } = await metrics.read();
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

test('requests are counted by door and class, with nothing of their address', async () => {
  const series = 'helpmark_http_request_duration_seconds';
  expect(await read(`${series}_count{door="community",status="2xx"}`)).toBeUndefined();
  await fetch(`${site}/community/questions/4711/a-secret-title?q=word`);
  await fetch(`${site}/de/community`);
  await fetch(`${site}/gone`);
  await vi.waitFor(async () =>
    expect(await read(`${series}_count{door="community",status="2xx"}`)).toBe(2),
  );
  expect(await read(`${series}_bucket{door="community",status="2xx",le="+Inf"}`)).toBe(2);
  expect(await read(`${series}_count{door="other",status="4xx"}`)).toBe(1);
  const { text, type } = await metrics.read();
  expect(type).toContain('text/plain; version=0.0.4');
  expect(text).toContain(`# TYPE ${series} histogram`);
  expect(text).not.toMatch(/4711|secret-title|word/);
});

test('jobs, mails, events, pages and connections move', async () => {
  expect(await read('helpmark_build_info{build="some-build",node="' + process.version + '"}')).toBe(
    1,
  );
  expect(await read('helpmark_database_connections{state="total"}')).toBeGreaterThan(0);
  expect(await read('process_resident_memory_bytes')).toBeGreaterThan(0);

  pages.counts.kept = 7;
  pages.size = 1234;
  expect(await read('helpmark_page_cache_answers_total{from="kept"}')).toBe(7);
  expect(await read('helpmark_page_cache_bytes')).toBe(1234);

  expect(await read('helpmark_mails_unsent{state="waiting"}')).toBe(0);
  await queueMail(db, mail(), new Date());
  expect(await read('helpmark_mails_unsent{state="waiting"}')).toBe(1);
  await db.updateTable('mails').set({ error: 'refused' }).execute();
  expect(await read('helpmark_mails_unsent{state="failed"}')).toBe(1);

  await addJob(db, 'good-job', {}, { runAt: new Date(Date.now() - 60_000) });
  await addJob(db, 'bad-job', {});
  expect(await read('helpmark_jobs{task="good-job",state="waiting"}')).toBe(1);
  expect(await read('helpmark_jobs_late_seconds{task="good-job"}')).toBeGreaterThan(59);
  const tasks = {
    'good-job': () => Promise.resolve(),
    'bad-job': () => Promise.reject(new Error('no')),
  };
  const stop = startJobs(url, tasks, createLog('silent'), '');
  await vi.waitFor(
    async () => {
      expect(await read('helpmark_jobs_total{task="good-job",end="done"}')).toBe(1);
      expect(await read('helpmark_jobs_total{task="bad-job",end="retried"}')).toBe(1);
    },
    { timeout: 10_000 },
  );
  await stop();
  expect(await read('helpmark_jobs{task="good-job",state="waiting"}')).toBeUndefined();

  const now = new Date();
  await makeEventMonths(db, now);
  const by = { visitor: 'somebody', bucket: 'person' } as const;
  await recordEvents(
    db,
    [{ kind: 'form-started', locale: 'en', details: { form: 'ask' } }],
    by,
    now,
  );
  // PostgreSQL's statistics are a moment late.
  await vi.waitFor(async () => expect(await read('helpmark_events_total')).toBe(1), {
    timeout: 15_000,
    interval: 500,
  });
});
