import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  deleteUpload,
  listDoubtfulUploads,
  listUploadsOf,
  markUsed,
} from '#src/features/accounts/uploads.store.ts';
import type { FileStore } from '#src/server/file-store.ts';
import { listUsedUploads } from './used-uploads.store.ts';

/** The job; with a member in its payload it is about theirs. */
export const UNUSED_UPLOADS_TASK = 'remove-unused-uploads';

/** Whoever brings a picture has two days to post it. */
const GRACE_HOURS = 48;

/**
 * Takes away the pictures that no text shows: those of a member who leaves, or all whose time is
 * over. One that a posted text has shown is not looked for again.
 */
export async function removeUnusedUploads(
  db: Kysely<Database>,
  files: FileStore,
  memberId: number | undefined,
  now: Date,
): Promise<void> {
  const before = memberId === undefined ? new Date(now.getTime() - GRACE_HOURS * 3_600_000) : now;
  const uploads =
    memberId === undefined
      ? await listDoubtfulUploads(db, before)
      : await listUploadsOf(db, memberId);
  if (uploads.length === 0) return;
  const names = [...new Set(uploads.map(({ name }) => name))];
  const posted = await listUsedUploads(db, 'posted', names);
  const unposted = await listUsedUploads(db, 'unposted', names);
  await markUsed(db, [...posted], now);
  for (const upload of uploads) {
    if (posted.has(upload.name) || unposted.has(upload.name)) continue;
    await deleteUpload(db, { ...upload, before }, () => files.remove(upload.name));
  }
}
