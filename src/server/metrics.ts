import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import { collectDefaultMetrics, Counter, Gauge, type MetricType, Registry } from 'prom-client';
import type { Database } from '#db/schema.ts';
import { bearerOf, isSameSecret } from './bearer.ts';
import { poolOf } from './database.ts';
import type { Env } from './env.ts';
import { jobCounts } from './job-counts.ts';
import { countQueuedJobs, countUnsentMails, countWrittenEvents } from './metrics.store.ts';
import type { PageCache } from './page-cache.ts';
import { BOUNDS, RequestTally } from './request-tally.ts';

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];
const LOOPBACK = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;
const OWN_NAME = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i;

/**
 * Whether whoever asks may read the metrics: with a token, who has it; without one, programs on this
 * machine. What a proxy passes on comes from elsewhere, wherever the proxy stands.
 */
export function mayReadMetrics(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  { METRICS_TOKEN }: Pick<Env, 'METRICS_TOKEN'>,
): boolean {
  if (METRICS_TOKEN) {
    const token = bearerOf(headers.authorization);
    return token !== undefined && isSameSecret(token, METRICS_TOKEN);
  }
  return (
    LOOPBACK.test(socket.remoteAddress ?? '') &&
    OWN_NAME.test(headers.host ?? '') &&
    !FORWARDED.some((name) => headers[name] !== undefined)
  );
}

const REQUESTS = 'helpmark_http_request_duration_seconds';

/**
 * A histogram of what was tallied. The library's own takes longer to add to than is right for a page
 * that takes a tenth of a millisecond; this one is put together when it is read.
 */
class TalliedRequests extends Gauge<'door' | 'status' | 'le'> {
  readonly #tally: RequestTally;

  constructor(tally: RequestTally) {
    const help = 'Requests by part of the site and class of the answer, with their durations.';
    super({ name: REQUESTS, help, labelNames: ['door', 'status', 'le'], registers: [] });
    this.#tally = tally;
  }

  override async get() {
    const metric = await super.get();
    const values = this.#tally.all().flatMap(({ door, status, within, count, sum }) => {
      const labels = { door, status };
      const bucket = (le: number | string, value: number) => ({
        metricName: `${REQUESTS}_bucket`,
        labels: { ...labels, le },
        value,
      });
      let below = 0;
      return [
        ...BOUNDS.map((le, at) => bucket(le, (below += within[at] ?? 0))),
        bucket('+Inf', count),
        { metricName: `${REQUESTS}_sum`, labels, value: sum },
        { metricName: `${REQUESTS}_count`, labels, value: count },
      ];
    });
    // A word, whatever the library's types say.
    return { ...metric, type: 'histogram' as unknown as MetricType, values };
  }
}

/** The numbers of a process, and of the database that it shares with others. */
export interface Metrics {
  /** Counts a request once it is answered. */
  watch(request: IncomingMessage, response: ServerResponse): void;
  /** @returns the numbers as Prometheus reads them, with their content type */
  read(): Promise<{ type: string; text: string }>;
}

/** @param build says which build is shown now */
export function createMetrics(
  db: Kysely<Database>,
  pages: Pick<PageCache, 'counts' | 'size'>,
  build: () => string,
): Metrics {
  const register = new Registry();
  const registers = [register];
  const tally = new RequestTally();
  collectDefaultMetrics({ register });
  register.registerMetric(new TalliedRequests(tally));

  register.registerMetric(
    new Gauge({
      name: 'helpmark_build_info',
      help: 'Always 1; its labels say which build is shown, by which Node.',
      labelNames: ['build', 'node'],
      registers: [],
      collect() {
        this.reset();
        this.set({ build: build(), node: process.version }, 1);
      },
    }),
  );
  register.registerMetric(
    new Counter({
      name: 'helpmark_page_cache_answers_total',
      help: 'Pages of the community by where they came from: kept ones, made ones, and those that pass by.',
      labelNames: ['from'],
      registers: [],
      collect() {
        this.reset();
        for (const [from, count] of Object.entries(pages.counts)) this.inc({ from }, count);
      },
    }),
  );
  register.registerMetric(
    new Gauge({
      name: 'helpmark_page_cache_bytes',
      help: 'Memory that kept pages take.',
      registers: [],
      collect() {
        this.set(pages.size);
      },
    }),
  );
  register.registerMetric(
    new Gauge({
      name: 'helpmark_database_connections',
      help: 'Connections of the pool for pages, and requests that wait for one.',
      labelNames: ['state'],
      registers: [],
      collect() {
        const pool = poolOf(db);
        this.set({ state: 'total' }, pool?.totalCount ?? 0);
        this.set({ state: 'idle' }, pool?.idleCount ?? 0);
        this.set({ state: 'waiting' }, pool?.waitingCount ?? 0);
      },
    }),
  );
  register.registerMetric(
    new Counter({
      name: 'helpmark_jobs_total',
      help: 'Jobs that this process has worked on: done, to be tried again, or failed for good.',
      labelNames: ['task', 'end'],
      registers: [],
      collect() {
        this.reset();
        for (const { task, end, count } of jobCounts()) this.inc({ task, end }, count);
      },
    }),
  );
  const queue = new Gauge({
    name: 'helpmark_jobs',
    help: 'Jobs in the queue by state; the same from every process.',
    labelNames: ['task', 'state'],
    registers,
  });
  const late = new Gauge({
    name: 'helpmark_jobs_late_seconds',
    help: 'How long the oldest job that waits is overdue; the same from every process.',
    labelNames: ['task'],
    registers,
  });
  const mails = new Gauge({
    name: 'helpmark_mails_unsent',
    help: 'Mails that wait, and mails with an error; the same from every process.',
    labelNames: ['state'],
    registers,
  });
  const events = new Counter({
    name: 'helpmark_events_total',
    help: 'Events that were recorded, as PostgreSQL counts them; the same from every process.',
    registers,
  });

  /** Brings what the database knows up to date. */
  async function ask(): Promise<void> {
    const [queued, unsent, written] = await Promise.all([
      countQueuedJobs(db),
      countUnsentMails(db),
      countWrittenEvents(db),
    ]);
    queue.reset();
    late.reset();
    for (const { task, waiting, running, failed, late: seconds } of queued) {
      queue.set({ task, state: 'waiting' }, waiting);
      queue.set({ task, state: 'running' }, running);
      queue.set({ task, state: 'failed' }, failed);
      late.set({ task }, seconds);
    }
    mails.set({ state: 'waiting' }, unsent.waiting);
    mails.set({ state: 'failed' }, unsent.failed);
    events.reset();
    events.inc(written);
  }

  return {
    watch(request, response) {
      const { url = '/' } = request;
      const began = performance.now();
      // Not `once`, which costs as much as all the rest; it comes once anyway.
      response.on('close', () => {
        const status = response.writableFinished ? response.statusCode : 0;
        tally.add(url, status, (performance.now() - began) / 1000);
      });
    },
    async read() {
      await ask();
      return { type: register.contentType, text: await register.metrics() };
    },
  };
}
