import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { NotFound } from '#src/server/errors.ts';
import type { FileStore } from '#src/server/file-store.ts';
import { isAttachmentName } from './attachment.ts';
import { hasAttachment } from './attachments.store.ts';
import { mayHandleRequests } from './contact-request.ts';

/**
 * A picture of a request, for staff.
 * @throws NotSignedIn, NotAllowed, NotFound
 */
export async function readAttachment(
  db: Kysely<Database>,
  files: FileStore,
  actor: Actor | undefined,
  name: string,
): Promise<Uint8Array> {
  permit(actor, mayHandleRequests(actor));
  const isThere = isAttachmentName(name) && (await hasAttachment(db, name));
  const bytes = isThere ? await files.get(name) : undefined;
  if (!bytes) throw new NotFound();
  return bytes;
}
