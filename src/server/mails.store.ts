import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { Database, MailsTable } from '#db/schema.ts';

export type Mail = Selectable<MailsTable>;

/** A mail as it goes into the outbox. */
export interface NewMail {
  event: string;
  kind: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  unsubscribeUrl?: string | undefined;
  thread?: string | undefined;
}

/** Some sixteen hours of trying, with longer and longer pauses. */
const MOST_ATTEMPTS = 12;

const jobKey = sql`'mail:' || md5(event)`;

/** The job that sends a mail; one that waits already becomes due now. */
const addJob = sql`
  graphile_worker.add_job(
    'send-mail',
    json_build_object('id', id),
    max_attempts => ${sql.lit(MOST_ATTEMPTS)},
    job_key => ${jobKey}
  )`;

/** Puts a mail into the outbox with the job that sends it, both or neither; once for each event. */
export async function insertMail(
  db: Kysely<Database> | Transaction<Database>,
  mail: NewMail,
  now: Date,
): Promise<void> {
  await sql`
    WITH queued AS (
      INSERT INTO mails
        (event, kind, recipient, subject, text_body, html_body, unsubscribe_url, thread, created_at)
      VALUES
        (${mail.event}, ${mail.kind}, ${mail.to}, ${mail.subject}, ${mail.text}, ${mail.html},
          ${mail.unsubscribeUrl ?? null}, ${mail.thread ?? null}, ${now})
      ON CONFLICT (event) DO NOTHING
      RETURNING id, event
    )
    SELECT ${addJob} FROM queued`.execute(db);
}

/**
 * Takes a mail to send it; of two that try, one gets it.
 * @returns undefined when it is sent, under way, in doubt or gone
 */
export function claimMail(db: Kysely<Database>, id: number, now: Date): Promise<Mail | undefined> {
  return db
    .updateTable('mails')
    .set((mail) => ({ sending_at: now, error: null, attempts: mail('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('sending_at', 'is', null)
    .where('sent_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** Sets down how a claimed mail fared. */
export async function updateMail(
  db: Kysely<Database>,
  id: number,
  outcome: Partial<Pick<Mail, 'sending_at' | 'sent_at' | 'error'>>,
): Promise<void> {
  await db.updateTable('mails').set(outcome).where('id', '=', id).execute();
}

/**
 * Gives new jobs to mails whose job was taken by a process that died before it took the mail; the
 * queue itself would wait four hours for it. Where that process lives, one of the two finds the
 * mail taken.
 */
export async function requeueUnclaimed(db: Kysely<Database>): Promise<void> {
  await sql`
    SELECT ${addJob} FROM mails
    WHERE sent_at IS NULL AND sending_at IS NULL
      AND ${jobKey} IN (SELECT key FROM graphile_worker.jobs WHERE locked_at IS NOT NULL)
  `.execute(db);
}

/** Makes a mail as it was before its first attempt, and due; false when it was claimed after `before`. */
export async function requeueMail(
  db: Kysely<Database>,
  id: number,
  before: Date,
): Promise<boolean> {
  const { rows } = await sql`
    WITH queued AS (
      UPDATE mails SET sending_at = NULL, sent_at = NULL, error = NULL
      WHERE id = ${id} AND (sending_at IS NULL OR sent_at IS NOT NULL OR error IS NOT NULL
        OR sending_at < ${before})
      RETURNING id, event
    )
    SELECT ${addJob} FROM queued`.execute(db);
  return rows.length > 0;
}

/** The latest mails, the newest first. */
export function selectMails(
  db: Kysely<Database>,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<Mail[]> {
  return db
    .selectFrom('mails')
    .selectAll()
    .$if(before !== undefined, (query) => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function selectMail(db: Kysely<Database>, id: number): Promise<Mail | undefined> {
  return db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirst();
}
