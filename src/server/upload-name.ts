import { createHash } from 'node:crypto';

/** All that a name is made of: a hash of what is in the file, and its size, known before it loads. */
export const UPLOAD_NAME = /^[0-9a-f]{32}-([1-9]\d{0,4})x([1-9]\d{0,4})\.webp$/;

export const UPLOAD_TYPE = 'image/webp';

/** What an uploaded picture is called, by its content. */
export function uploadName(image: { bytes: Uint8Array; width: number; height: number }): string {
  const hash = createHash('sha256').update(image.bytes).digest('hex').slice(0, 32);
  return `${hash}-${image.width}x${image.height}.webp`;
}
