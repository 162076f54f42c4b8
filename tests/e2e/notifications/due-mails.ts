import { expect } from '@playwright/test';
import { createDatabase } from '#src/server/database.ts';
import { addJob } from '#src/server/jobs.store.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { siteUrl, webServer } from '#tests/support/e2e-site.ts';

/**
 * Ends the minutes that mails about a question wait, and waits for one of them.
 * @returns its plain text, with paths in place of addresses
 */
export async function mailAbout(title: string): Promise<string> {
  const connection = readConnection(webServer.env['DATA_DIR'] ?? '');
  if (!connection) throw new Error('the tested site has no database');
  const db = createDatabase(connectionUrl(connection), { connections: 1 });
  try {
    let text: string | undefined;
    await expect(async () => {
      await db
        .updateTable('notifications')
        .set({ mail_at: new Date(0) })
        .where('mail_at', 'is not', null)
        .where(
          'question_id',
          'in',
          db.selectFrom('questions').select('id').where('title', '=', title),
        )
        .execute();
      await addJob(db, 'mail-notifications', {});
      const mail = await db
        .selectFrom('mails')
        .select('text_body')
        .where('subject', 'like', `${title}%`)
        .executeTakeFirst();
      text = mail?.text_body;
      expect(text).toBeDefined();
    }).toPass({ timeout: 15_000 });
    return text!.replaceAll(siteUrl, '');
  } finally {
    await db.destroy();
  }
}

/** The path that a label of a mail leads to. */
export const pathOf = (text: string, label: string): string =>
  text.split(`${label}:\n`)[1]?.split('\n')[0] ?? '';
