import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import {
  previewImage,
  previewOf,
  previewPath,
  type Preview,
} from '#src/features/articles/preview-image.ts';

const site = { name: 'Acme & Sons', accent: '#0b6873', defaultLocale: 'en' };
const made = (title: string, locale = 'en') => ({ locale, category: 'a', slug: 'one', title });

async function draw(preview: Preview): Promise<{ png: Buffer; folder: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'previews-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { png: await previewImage(preview, folder), folder };
}

/** Share of dark pixels in a part of the picture, in thousandths. */
async function ink(
  png: Buffer,
  area: { left: number; top: number; width: number; height: number },
) {
  const pixels = await sharp(png).extract(area).greyscale().raw().toBuffer();
  return Math.round((1000 * pixels.filter((value) => value < 100).length) / pixels.length);
}

test('the address changes with what the picture shows, and with nothing else', () => {
  const address = previewPath(site, 'en', made('One'));
  expect(address).toMatch(/^\/og\/a\/one\.[0-9a-f]{10}\.png$/);
  expect(previewPath(site, 'en', made('One'))).toBe(address);
  expect(previewPath(site, 'en', made('Two'))).not.toBe(address);
  expect(previewPath({ ...site, accent: '#ff0000' }, 'en', made('One'))).not.toBe(address);
  expect(previewPath(site, 'de', made('One'))).toBe(`/de${address}`);
});

test('the picture has the size that previews expect, and is drawn once', async () => {
  const { png, folder } = await draw(previewOf(site, made('How to <search> & find')));
  const { format, width, height } = await sharp(png).metadata();
  expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
  const [name] = await readdir(path.join(folder, 'previews'));
  expect(name).toMatch(/^[0-9a-f]{10}\.png$/);
  expect(await previewImage(previewOf(site, made('How to <search> & find')), folder)).toEqual(png);
});

test.each([
  ['en', 'How the search finds answers'],
  ['ja', '検索のしかたと答えの見つけ方'],
  ['ar', 'كيف تبحث عن إجابة'],
])('titles are written in the script of %s', async (locale, title) => {
  const { png } = await draw(previewOf(site, made(title, locale)));
  const { png: other } = await draw(previewOf(site, made(title.slice(0, -2), locale)));
  const half = { top: 180, width: 600, height: 120 };
  const [left, right] = [
    await ink(png, { ...half, left: 0 }),
    await ink(png, { ...half, left: 600 }),
  ];
  expect(left + right).toBeGreaterThan(10);
  // Arabic begins on the right.
  if (locale === 'ar') expect(right).toBeGreaterThan(left);
  else expect(left).toBeGreaterThan(right);
  expect(png.equals(other)).toBe(false);
});

test('a long title is cut after four lines, inside the picture', async () => {
  const { png } = await draw(previewOf(site, made('Many words that go on '.repeat(30))));
  expect(await ink(png, { left: 90, top: 450, width: 1000, height: 90 })).toBeGreaterThan(10);
  expect(await ink(png, { left: 0, top: 560, width: 1200, height: 50 })).toBe(0);
  expect(await ink(png, { left: 1150, top: 0, width: 50, height: 600 })).toBe(0);
});
