import { createHash, randomBytes } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import type { Role } from '#src/features/accounts/actor.ts';
import { createDatabase } from '#src/server/database.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { url, webServer } from '#tests/support/e2e-site.ts';

const DAY = 86_400_000;

interface Choice {
  /** Joined this moment; all others have been approved before. */
  isNew?: boolean;
  javaScript?: boolean;
}

/** A page in a browser of its own, in which a member is signed in; without JavaScript unless told. */
export async function signedIn(
  browser: Browser,
  name: string,
  role: Role = 'member',
  { isNew = false, javaScript = false }: Choice = {},
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
        created_at: isNew ? now : new Date(now.getTime() - 7 * DAY),
        approved_at: isNew ? null : now,
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
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: javaScript });
  await context.addCookies([{ name: 'session', value: token, url }]);
  return context.newPage();
}
