import { createDatabase } from '#src/server/database.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { url, webServer } from '#tests/support/e2e-site.ts';

/** The path that the newest mail to an address leads to, on the site as the tests reach it. */
export async function mailedPath(recipient: string): Promise<string> {
  const connection = readConnection(webServer.env['DATA_DIR'] ?? '');
  if (!connection) throw new Error('the tested site has no database');
  const db = createDatabase(connectionUrl(connection), { connections: 1 });
  try {
    const { text_body: text } = await db
      .selectFrom('mails')
      .select('text_body')
      .where('recipient', '=', recipient)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const [link] = /http:\S+/.exec(text) ?? [];
    if (!link?.startsWith(webServer.env['SITE_URL'] ?? '')) throw new Error(`leads away: ${link}`);
    const { pathname, search } = new URL(link);
    return pathname + search;
  } finally {
    await db.destroy();
  }
}

/** What a browser sends with a form of this site. */
export const ofThisSite = { Origin: url };
