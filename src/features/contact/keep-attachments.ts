import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { IN_TEXT, MOST_UPLOAD_BYTES } from '#src/features/accounts/upload.ts';
import { messagesFor } from '#src/locales/messages.ts';
import type { FileStore } from '#src/server/file-store.ts';
import { encodeImage, UnusableImage } from '#src/server/image.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import { UPLOAD_TYPE } from '#src/server/upload-name.ts';
import type { Visitor } from '#src/server/visitor.ts';
import { attachmentName, isAttachmentName } from './attachment.ts';
import { insertAttachment, listWaiting } from './attachments.store.ts';
import { MOST_ATTACHMENTS, type Chance } from './contact-request.ts';
import { PICTURES_PER_NETWORK, PICTURES_PER_VISITOR } from './limits.ts';

/** What came with a form. */
export interface Brought {
  files: File[];
  /** Names of pictures that came with it before. */
  kept: string[];
}

/** What is kept, and what is wrong with the rest. */
export interface KeptAttachments {
  names: string[];
  fault: string | undefined;
}

/**
 * Keeps the pictures of a form that is not sent yet, written anew, so that they are there when it
 * is shown again. What is wrong with one loses none of the others.
 * @param locale of the sentence about what is wrong
 * @throws TooMany
 */
export async function keepAttachments(
  db: Kysely<Database>,
  files: FileStore,
  { files: sent, kept }: Brought,
  { visitor, locale }: { visitor: Visitor; locale: string },
  now: Date,
  chance: Chance,
): Promise<KeptAttachments> {
  const { errors } = messagesFor(locale).community;
  const names = await listWaiting(db, [...new Set(kept.filter(isAttachmentName))]);
  let fault: string | undefined;
  for (const file of sent.filter(({ size }) => size > 0)) {
    if (names.length >= MOST_ATTACHMENTS) {
      fault = messagesFor(locale).contact.tooManyPictures(MOST_ATTACHMENTS);
    } else if (file.size > MOST_UPLOAD_BYTES) {
      fault = errors.imageTooLarge;
    } else {
      await useLimits(db, [
        [PICTURES_PER_VISITOR, visitor.code],
        [PICTURES_PER_NETWORK, visitor.network],
      ]);
      try {
        names.push(await keepOne(db, files, new Uint8Array(await file.arrayBuffer()), now, chance));
      } catch (error) {
        if (!(error instanceof UnusableImage)) throw error;
        fault = error.reason === 'tooLarge' ? errors.imageTooLarge : errors.imageUnknown;
      }
    }
  }
  return { names, fault };
}

async function keepOne(
  db: Kysely<Database>,
  files: FileStore,
  picture: Uint8Array,
  now: Date,
  chance: Chance,
): Promise<string> {
  const { bytes, width, height } = await encodeImage(picture, IN_TEXT);
  const name = attachmentName(chance(16));
  // The row first: a file without one would be there for ever.
  await insertAttachment(db, { name, width, height, bytes: bytes.length }, now);
  await files.put(name, bytes, UPLOAD_TYPE);
  return name;
}
