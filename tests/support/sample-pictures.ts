import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';

const orange = { r: 200, g: 120, b: 40 };

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: orange } });

/** A picture of one colour. */
export const picture = (
  format: 'png' | 'jpeg' | 'webp' | 'gif',
  width = 60,
  height = 40,
): Promise<Buffer> => canvas(width, height).toFormat(format).toBuffer();

/** A picture as a phone takes it: on its side, with the place where it was taken. */
export const phonePicture = (): Promise<Buffer> =>
  canvas(60, 40)
    .withExif({
      IFD0: { Make: 'Telltale' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 12/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** So many frames, each of another colour. */
export async function animation(
  frames: number,
  size = 20,
  format: 'gif' | 'webp' = 'gif',
): Promise<Buffer> {
  const raw = Buffer.alloc(size * size * frames * 3);
  for (let at = 0; at < raw.length; at++) {
    raw[at] = (Math.floor(at / (size * size * 3)) * 40 + at) % 256;
  }
  const image = sharp(raw, {
    raw: { width: size, height: size * frames, channels: 3, pageHeight: size },
  });
  return format === 'gif' ? image.gif({ delay: 100 }).toBuffer() : image.webp().toBuffer();
}

function chunk(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([head, named, sum]);
}

/** A PNG of a few kilobytes that fills as much memory as it has pixels. */
export function pixelBomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((1 + Math.ceil(side / 8)) * side);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A WebP of a few bytes whose three frames lie on a large canvas. @param side at most 16,383 */
export async function webpBomb(side: number): Promise<Buffer> {
  const bomb = await animation(3, 20, 'webp');
  // Width and height, each less one, in 24 bits.
  bomb.writeUIntLE(side - 1, 24, 3);
  bomb.writeUIntLE(side - 1, 27, 3);
  return bomb;
}

/** What is called a picture and is none. */
export const impostors: Record<string, Buffer> = {
  nothing: Buffer.alloc(0),
  text: Buffer.from('a picture'),
  php: Buffer.from('<?php system($_GET["c"]); ?>'),
  html: Buffer.from('<!doctype html><script>alert(1)</script>'),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  'svg without end': Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>',
  ),
  'svg with a foreign file': Buffer.from(
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&b;</text></svg>',
  ),
  pdf: Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>'),
  zip: Buffer.from('PK\x03\x04'.padEnd(60, '\0'), 'latin1'),
  'gif of a program': Buffer.from('GIF89a/*'.padEnd(20, ' ') + '*/=1;alert(1)', 'latin1'),
  'jpeg of a page': Buffer.from('\xff\xd8\xff\xe0<html><script>alert(1)</script>', 'latin1'),
  'png of a page': Buffer.from('\x89PNG\r\n\x1a\n<html></html>', 'latin1'),
  'webp of nothing': Buffer.from('RIFF\xff\xff\xff\xffWEBPVP8X\x0a\0\0\0', 'latin1'),
};
