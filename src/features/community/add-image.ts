import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { keepUpload } from '#src/features/accounts/keep-upload.ts';
import { IN_TEXT, MOST_UPLOAD_BYTES, uploadPath } from '#src/features/accounts/upload.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput } from '#src/server/errors.ts';
import type { FileStore } from '#src/server/file-store.ts';
import { UnusableImage } from '#src/server/image.ts';
import { imageMarkdown, type AddedImage } from './image-markdown.ts';
import { permit } from './permitted.ts';
import { mayWrite } from './question.ts';

/**
 * Takes a picture for a text that is being written.
 * @param locale of the sentences about what is wrong
 * @throws NotSignedIn, NotAllowed, InvalidInput, TooMany
 */
export async function addImage(
  db: Kysely<Database>,
  files: FileStore,
  actor: Actor | undefined,
  file: File | undefined,
  locale: string,
  now: Date,
): Promise<AddedImage> {
  permit(actor, mayWrite(actor));
  const { errors, image } = messagesFor(locale).community;
  if (!file || file.size === 0) throw new InvalidInput({ image: errors.imageMissing });
  if (file.size > MOST_UPLOAD_BYTES) throw new InvalidInput({ image: errors.imageTooLarge });
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const { name, width, height } = await keepUpload(db, files, actor, bytes, IN_TEXT, now);
    const url = uploadPath(name);
    return { url, width, height, markdown: imageMarkdown(url, file.name, image) };
  } catch (error) {
    if (!(error instanceof UnusableImage)) throw error;
    const { tooLarge, unknown } = { tooLarge: errors.imageTooLarge, unknown: errors.imageUnknown };
    throw new InvalidInput({ image: error.reason === 'tooLarge' ? tooLarge : unknown });
  }
}
