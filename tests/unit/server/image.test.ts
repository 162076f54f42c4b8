import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { encodeImage, UnusableImage } from '#src/server/image.ts';
import {
  animation,
  impostors,
  phonePicture,
  picture,
  pixelBomb,
  webpBomb,
} from '#tests/support/sample-pictures.ts';

const box = { width: 1600, height: 10_000 };
const square = { width: 256, height: 256, isSquare: true };

const reasonFor = (input: Uint8Array) =>
  encodeImage(input, box).then(
    () => 'taken',
    (error: unknown) => (error instanceof UnusableImage ? error.reason : String(error)),
  );

describe('a picture', () => {
  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('as %s becomes WebP', async (format) => {
    const { bytes, ...size } = await encodeImage(await picture(format), box);
    expect(size).toEqual({ width: 60, height: 40 });
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 60, height: 40 });
  });

  test('is scaled down into its box, and never up', async () => {
    const wide = await encodeImage(await picture('jpeg', 3200, 400), box);
    expect([wide.width, wide.height]).toEqual([1600, 200]);
    const tall = await encodeImage(await picture('png', 200, 15_000), box);
    expect([tall.width, tall.height]).toEqual([133, 10_000]);
  });

  test('of oneself is cut to a square', async () => {
    const { width, height } = await encodeImage(await picture('png'), square);
    expect([width, height]).toEqual([256, 256]);
    const still = await encodeImage(await animation(3), square);
    expect((await sharp(still.bytes, { animated: true }).metadata()).pages ?? 1).toBe(1);
  });

  test('stands upright and tells neither its place nor its camera', async () => {
    const before = await phonePicture();
    expect((await sharp(before).metadata()).exif?.toString('latin1')).toContain('Telltale');
    const { bytes, width, height } = await encodeImage(before, box);
    expect([width, height]).toEqual([40, 60]);
    const after = await sharp(bytes).metadata();
    expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual(
      Array.from({ length: 5 }),
    );
    expect(bytes.toString('latin1')).not.toMatch(/Exif|Telltale|GPS/);
  });

  test.each(['gif', 'webp'] as const)('that moves as %s goes on moving', async (format) => {
    const { bytes, width, height } = await encodeImage(await animation(5, 20, format), box);
    expect([width, height]).toEqual([20, 20]);
    expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(5);
  });

  test('brings along nothing that was hidden behind it', async () => {
    const hidden = Buffer.from('*/=1;alert(document.cookie)<?php evil(); ?>PK\x03\x04');
    for (const format of ['gif', 'png', 'jpeg', 'webp'] as const) {
      const both = Buffer.concat([await picture(format), hidden]);
      const { bytes } = await encodeImage(both, box);
      expect(bytes.toString('latin1')).not.toMatch(/alert|php|PK/);
    }
  });
});

describe('refused is', () => {
  test.each(Object.entries(impostors))('%s', async (_, bytes) => {
    expect(await reasonFor(bytes)).toBe('unknown');
  });

  test('a file that ends too soon', async () => {
    for (const format of ['gif', 'png', 'jpeg', 'webp'] as const) {
      const whole = await sharp(Buffer.from(Array.from({ length: 30_000 }, (_, at) => at * 7919)), {
        raw: { width: 100, height: 100, channels: 3 },
      })
        .toFormat(format)
        .toBuffer();
      expect(await reasonFor(whole.subarray(0, whole.length / 2)), format).toBe('unknown');
    }
  });

  test('what other decoders would take', async () => {
    for (const format of ['tiff', 'avif'] as const) {
      const other = await sharp(await picture('png'))
        .toFormat(format)
        .toBuffer();
      expect(await reasonFor(other), format).toBe('unknown');
    }
  });

  test('a small file with too many pixels', async () => {
    const bomb = pixelBomb(20_000);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await reasonFor(bomb)).toBe('tooLarge');
    expect(await reasonFor(await webpBomb(16_383))).toBe('tooLarge');
  });

  test('an animation that has too many frames, or too many pixels in all', async () => {
    expect(await reasonFor(await animation(320, 4))).toBe('tooLarge');
    expect(await reasonFor(await webpBomb(3300))).toBe('tooLarge');
  });
});
