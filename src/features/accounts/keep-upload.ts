import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { FileStore } from '#src/server/file-store.ts';
import { encodeImage, type ImageBox } from '#src/server/image.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import { uploadName, UPLOAD_TYPE } from '#src/server/upload-name.ts';
import type { Actor } from './actor.ts';
import { UPLOADS_PER_DAY, UPLOADS_PER_MINUTE, type Upload } from './upload.ts';
import { insertUpload } from './uploads.store.ts';

/**
 * Keeps a picture of a member who may bring one, written anew and named by its content.
 * @param file at most MOST_UPLOAD_BYTES, which the caller has checked
 * @throws UnusableImage, TooMany
 */
export async function keepUpload(
  db: Kysely<Database>,
  files: FileStore,
  actor: Actor,
  file: Uint8Array,
  box: ImageBox,
  now: Date,
): Promise<Upload> {
  await useLimits(db, [[UPLOADS_PER_MINUTE, String(actor.id)]]);
  await useLimits(db, [[UPLOADS_PER_DAY, String(actor.id)]]);
  const image = await encodeImage(file, box);
  const { bytes, width, height } = image;
  const name = uploadName(image);
  // The row first: a file without one would be there for ever.
  await insertUpload(db, { name, memberId: actor.id, width, height, bytes: bytes.length }, now);
  await files.put(name, bytes, UPLOAD_TYPE);
  return { name, width, height };
}
