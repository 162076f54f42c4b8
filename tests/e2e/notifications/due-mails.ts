import { expect } from '@playwright/test';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { createDatabase } from '#src/server/database.ts';
import { addJob } from '#src/server/jobs.store.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { siteUrl, webServer } from '#tests/support/e2e-site.ts';

async function withSiteDatabase<Result>(
  work: (db: Kysely<Database>) => Promise<Result>,
): Promise<Result> {
  const connection = readConnection(webServer.env['DATA_DIR'] ?? '');
  if (!connection) throw new Error('the tested site has no database');
  const db = createDatabase(connectionUrl(connection), { connections: 1 });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

async function makeDue(db: Kysely<Database>, title: string): Promise<void> {
  await db
    .updateTable('notifications')
    .set({ mail_at: new Date(0) })
    .where('mail_at', 'is not', null)
    .where('question_id', 'in', db.selectFrom('questions').select('id').where('title', '=', title))
    .execute();
  await addJob(db, 'mail-notifications', {});
}

/** Ends the minutes that mails about a question wait. */
export const makeMailsDue = (title: string): Promise<void> =>
  withSiteDatabase((db) => makeDue(db, title));

/**
 * Ends the minutes that mails about a question wait, and waits for one of them.
 * @returns its plain text, with paths in place of addresses
 */
export async function mailAbout(title: string): Promise<string> {
  return withSiteDatabase(async (db) => {
    let text: string | undefined;
    await expect(async () => {
      await makeDue(db, title);
      const mail = await db
        .selectFrom('mails')
        .select('text_body')
        .where('subject', 'like', `${title}%`)
        .executeTakeFirst();
      text = mail?.text_body;
      expect(text).toBeDefined();
    }).toPass({ timeout: 15_000 });
    return text!.replaceAll(siteUrl, '');
  });
}

/** The path that a label of a mail leads to. */
export const pathOf = (text: string, label: string): string =>
  text.split(`${label}:\n`)[1]?.split('\n')[0] ?? '';
