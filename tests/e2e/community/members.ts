import { createHash, randomBytes } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import type { Role } from '#src/features/accounts/actor.ts';
import { createDatabase } from '#src/server/database.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { url, webServer } from '#tests/support/e2e-site.ts';

const DAY = 86_400_000;

/** A page in a browser of its own, without JavaScript, in which a new member is signed in. */
export async function signedIn(
  browser: Browser,
  name: string,
  role: Role = 'member',
): Promise<Page> {
  const connection = readConnection(webServer.env['DATA_DIR'] ?? '');
  if (!connection) throw new Error('the tested site has no database');
  const db = createDatabase(connectionUrl(connection), { connections: 1 });
  const token = randomBytes(32).toString('base64url');
  const handle = `${name.toLowerCase()}-${randomBytes(4).toString('hex')}`;
  const now = new Date();
  try {
    const { id } = await db
      .insertInto('members')
      .values({
        handle,
        name,
        email: `${handle}@example.com`,
        email_verified_at: now,
        role,
        locale: 'en',
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('sessions')
      .values({
        token_hash: createHash('sha256').update(token).digest('hex'),
        member_id: id,
        user_agent: '',
        created_at: now,
        expires_at: new Date(now.getTime() + DAY),
      })
      .execute();
  } finally {
    await db.destroy();
  }
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false });
  await context.addCookies([{ name: 'session', value: token, url }]);
  return context.newPage();
}
