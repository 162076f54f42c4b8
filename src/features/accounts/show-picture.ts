import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { InvalidInput } from '#src/server/errors.ts';
import type { FileStore } from '#src/server/file-store.ts';
import { UnusableImage } from '#src/server/image.ts';
import type { Actor } from './actor.ts';
import { mayShowPicture } from './avatar.ts';
import type { Fault } from './faults.ts';
import { keepUpload } from './keep-upload.ts';
import { updateAvatar } from './members.store.ts';
import { AVATAR, MOST_UPLOAD_BYTES } from './upload.ts';

const refused = (fault: Fault) => new InvalidInput({ picture: fault });

/**
 * Shows a picture of a member beside their name, cut to a square. The one before goes with the
 * next tidying up.
 * @throws InvalidInput, TooMany
 */
export async function showPicture(
  db: Kysely<Database>,
  files: FileStore,
  actor: Actor,
  file: File | undefined,
  now: Date,
): Promise<void> {
  if (!mayShowPicture(actor)) throw refused('pictureNotAllowed');
  if (!file || file.size === 0) throw refused('pictureMissing');
  if (file.size > MOST_UPLOAD_BYTES) throw refused('pictureTooLarge');
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const { name } = await keepUpload(db, files, actor, bytes, AVATAR, now);
    await updateAvatar(db, actor.id, name);
  } catch (error) {
    if (!(error instanceof UnusableImage)) throw error;
    throw refused(error.reason === 'tooLarge' ? 'pictureTooLarge' : 'pictureUnknown');
  }
}
