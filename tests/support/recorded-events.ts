import { chromium, devices, type Browser } from '@playwright/test';
import { createDatabase } from '#src/server/database.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { recogniseSender } from '#src/server/sender.ts';
import { chromiumOptions } from './browser.ts';
import { webServer } from './e2e-site.ts';

/** An event as tests look at it. */
export interface RecordedEvent {
  kind: string;
  details: Record<string, unknown>;
  bucket: string;
  locale: string;
  page: string | null;
  article: string | null;
  question_id: number | null;
}

/** The name of a browser that nobody else has. */
export const called = (name: string) =>
  `${devices['Desktop Chrome'].userAgent} ${name}/${Math.random().toString(36).slice(2, 10)}`;

/**
 * A browser of its own that calls itself so: what a page sends while it goes away does not carry the
 * name that a test gives to a page.
 */
export async function browserCalled(agent: string): Promise<Browser> {
  const options = await chromiumOptions();
  return chromium.launch({ ...options, args: [...(options.args ?? []), `--user-agent=${agent}`] });
}

/** What was recorded of a browser that says it is called so. */
export async function eventsOf(agent: string): Promise<RecordedEvent[]> {
  const db = createDatabase(connectionUrl(readConnection(webServer.env['DATA_DIR'] ?? '')!), {
    connections: 1,
  });
  try {
    const codes = await Promise.all(
      // What a page sends while it goes away does not carry the language of the test either.
      ['en-US', 'en-US,en;q=0.9', ''].flatMap((acceptLanguage) =>
        ['127.0.0.1', '::1'].map(async (socketAddress) => {
          const traces = { socketAddress, forwardedFor: null, userAgent: agent, acceptLanguage };
          return (await recogniseSender(db, traces, 0, new Date())).visitor.code;
        }),
      ),
    );
    const rows = await db
      .selectFrom('events')
      .leftJoin('articles', 'articles.id', 'article_id')
      .select([
        'kind',
        'details',
        'bucket',
        'events.locale',
        'page',
        'slug as article',
        'question_id',
      ])
      .where('visitor', 'in', codes)
      .orderBy('events.id')
      .execute();
    return rows as RecordedEvent[];
  } finally {
    await db.destroy();
  }
}
