import sharp, { type Metadata } from 'sharp';
import { inTurn } from './in-turn.ts';

/** What is no picture that we take, cannot be read to its end, or would cost too much to read. */
export class UnusableImage extends Error {
  override name = 'UnusableImage';
  readonly reason: 'unknown' | 'tooLarge';

  constructor(reason: 'unknown' | 'tooLarge') {
    super(reason === 'unknown' ? 'not a picture that can be read' : 'too many pixels');
    this.reason = reason;
  }
}

/** A picture as we keep it: WebP, upright, with nothing in it but what is seen. */
export interface EncodedImage {
  bytes: Buffer;
  /** In pixels. */
  width: number;
  height: number;
}

/** The largest box that it is scaled down into; `isSquare` fills a box of `width`, cut at the edges. */
export interface ImageBox {
  width: number;
  height: number;
  isSquare?: boolean;
}

const FORMATS = new Set(['gif', 'jpeg', 'png', 'webp']);

/**
 * How these begin. Whatever begins otherwise does not come near a decoder: there are many for
 * kinds that we do not take, and some read other files.
 */
const SIGNATURES = [
  /^GIF8[79]a/,
  /^\xff\xd8\xff/,
  /^\x89PNG\r\n\x1a\n/,
  /^RIFF[^]{4}WEBP/,
] as const;

/** A phone's camera has 50 million. */
const MOST_PIXELS = 64_000_000;
/** All frames together; each is read and written, which takes a second for five million. */
const MOST_MOVING_PIXELS = 32_000_000;
const LONGEST_SIDE = 16_000;
const MOST_FRAMES = 300;
const MOST_SECONDS = 20;
/** What was well packed and made to look like noise would weigh more than it did. */
const MOST_BYTES = 8_000_000;

/** Pictures at once: each may take a hundred megabytes while it is read. */
const turn = inTurn(1);

/** @throws UnusableImage */
function check({ format, width = 0, height = 0, pages = 1, pageHeight = height }: Metadata): void {
  if (!FORMATS.has(format) || width < 1 || pageHeight < 1) throw new UnusableImage('unknown');
  const isTooLarge =
    Math.max(width, pageHeight) > LONGEST_SIDE ||
    pages > MOST_FRAMES ||
    width * pageHeight * pages > (pages > 1 ? MOST_MOVING_PIXELS : MOST_PIXELS);
  if (isTooLarge) throw new UnusableImage('tooLarge');
}

async function encode(
  input: Uint8Array,
  { width, height, isSquare = false }: ImageBox,
): Promise<EncodedImage> {
  const open = { limitInputPixels: MOST_PIXELS, animated: !isSquare } as const;
  const facts = await sharp(input, open).metadata();
  check(facts);
  const isMoving = (facts.pages ?? 1) > 1;
  const image = sharp(input, open).timeout({ seconds: MOST_SECONDS });
  // A phone's pictures lie on their side, and say so in what is about to be taken off.
  if (!isMoving) image.autoOrient();
  const { data, info } = await image
    .resize({ width, height, fit: isSquare ? 'cover' : 'inside', withoutEnlargement: !isSquare })
    .webp({ quality: 85, smartSubsample: true, effort: isMoving ? 1 : 4 })
    .toBuffer({ resolveWithObject: true });
  if (data.length > MOST_BYTES) throw new UnusableImage('tooLarge');
  return { bytes: data, width: info.width, height: info.pageHeight ?? info.height };
}

/**
 * Reads a picture (PNG, JPEG, WebP, GIF) and writes it anew: what it is shows in reading it, and
 * neither its place and camera nor anything hidden behind its end comes through. Frames stay.
 * @throws UnusableImage
 */
export async function encodeImage(input: Uint8Array, box: ImageBox): Promise<EncodedImage> {
  const head = Buffer.from(input.subarray(0, 12)).toString('latin1');
  if (!SIGNATURES.some((signature) => signature.test(head))) throw new UnusableImage('unknown');
  return turn(async () => {
    try {
      return await encode(input, box);
    } catch (error) {
      if (error instanceof UnusableImage) throw error;
      // Whatever a decoder stumbles over is the file's fault.
      throw new UnusableImage(/pixel limit/i.test(String(error)) ? 'tooLarge' : 'unknown');
    }
  });
}
