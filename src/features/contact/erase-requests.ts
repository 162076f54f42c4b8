import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { FileStore } from '#src/server/file-store.ts';
import { deleteAttachment, listDoomedAttachments } from './attachments.store.ts';
import { emptyRequests, listToErase } from './contact-requests.store.ts';
import { deleteCalls } from './desk-calls.store.ts';

/** The job that comes every night, and when a member leaves. */
export const ERASE_REQUESTS_TASK = 'erase-contact-requests';

const DAY_MS = 86_400_000;
/** Whoever has begun a request has two days to send it. */
const GRACE_DAYS = 2;

/**
 * Takes all that is personal out of the requests that nothing has happened to for so many days, with
 * their pictures and those that came to no request. Many help desks never say that a request is
 * closed, so one that is open comes to its end as well.
 */
export async function eraseRequests(
  db: Kysely<Database>,
  files: FileStore,
  retentionDays: number,
  now: Date,
): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const old = await listToErase(db, { quietSince: daysAgo(retentionDays) });
  await emptyRequests(db, old, now);
  for (const name of await listDoomedAttachments(db, daysAgo(GRACE_DAYS))) {
    await files.remove(name);
    await deleteAttachment(db, name);
  }
  // A message of the help desk is taken for five minutes only.
  await deleteCalls(db, daysAgo(1));
}
