import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Attachment } from './attachment.ts';

/** Adds a picture that belongs to no request yet. */
export async function insertAttachment(
  db: Kysely<Database>,
  attachment: Attachment & { bytes: number },
  now: Date,
): Promise<void> {
  await db
    .insertInto('contact_attachments')
    .values({ ...attachment, created_at: now })
    .execute();
}

/** Those of some pictures that belong to no request yet, in the order of the names. */
export async function listWaiting(db: Kysely<Database>, names: string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const rows = await db
    .selectFrom('contact_attachments')
    .select('name')
    .where('name', 'in', names)
    .where('request_id', 'is', null)
    .execute();
  const found = new Set(rows.map(({ name }) => name));
  return names.filter((name) => found.has(name));
}

/** Gives pictures that belong to no request yet to one. */
export async function giveAttachments(
  db: Kysely<Database>,
  requestId: number,
  names: string[],
): Promise<void> {
  if (names.length === 0) return;
  await db
    .updateTable('contact_attachments')
    .set({ request_id: requestId })
    .where('name', 'in', names)
    .where('request_id', 'is', null)
    .execute();
}

export function listAttachments(db: Kysely<Database>, requestId: number): Promise<Attachment[]> {
  return db
    .selectFrom('contact_attachments')
    .select(['name', 'width', 'height'])
    .where('request_id', '=', requestId)
    .orderBy('created_at')
    .orderBy('name')
    .execute();
}

/** Whether there is such a picture, of whatever request. */
export async function hasAttachment(db: Kysely<Database>, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('contact_attachments')
    .select('name')
    .where('name', '=', name)
    .executeTakeFirst();
  return row !== undefined;
}

/** Pictures to take away: of requests that were erased, and those that came to none in time. */
export async function listDoomedAttachments(db: Kysely<Database>, before: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('contact_attachments')
    .leftJoin('contact_requests', 'contact_requests.id', 'contact_attachments.request_id')
    .select('contact_attachments.name')
    .where((row) =>
      row.or([
        row('contact_requests.erased_at', 'is not', null),
        row.and([
          row('contact_attachments.request_id', 'is', null),
          row('contact_attachments.created_at', '<', before),
        ]),
      ]),
    )
    .execute();
  return rows.map(({ name }) => name);
}

export async function deleteAttachment(db: Kysely<Database>, name: string): Promise<void> {
  await db.deleteFrom('contact_attachments').where('name', '=', name).execute();
}
