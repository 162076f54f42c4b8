/** The public never sees them, and their names begin like those of no other upload. */
const NAME = /^contact-[0-9a-f]{32}\.webp$/;

/** Whether a picture can be called so. */
export const isAttachmentName = (name: string): boolean => NAME.test(name);

/**
 * What the next picture is called. Nobody can guess it, so whoever names one has brought it.
 * @param bytes sixteen, by chance
 */
export const attachmentName = (bytes: Uint8Array): string =>
  `contact-${Buffer.from(bytes).toString('hex')}.webp`;

/** A picture of a request. */
export interface Attachment {
  name: string;
  /** In pixels. */
  width: number;
  height: number;
}
