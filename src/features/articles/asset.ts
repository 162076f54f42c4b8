import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { writeWhole } from '#src/server/write-whole.ts';

/** Widths offered to browsers: the column of text, and the same for dense screens. */
const WIDTHS = [720, 1440];
const MAX_WIDTH = 1440;
const RASTER = /\.(png|jpe?g|webp|gif)$/i;
const SIZED_AS_IS = /\.(svg|avif)$/i;
const NO_ASSET = /(\.(md|ya?ml)|(^|[/\\])\.[^/\\]*)$/i;

export interface AssetFile {
  /** File name under /files/: carries a hash of the content, so it may be cached for good. */
  name: string;
  width: number;
}

/** A file that stands beside articles: an image, a video, a download. */
export interface Asset {
  /** In CSS pixels; 0 for what is no image. */
  width: number;
  height: number;
  /** Ascending by width, at least one. */
  files: AssetFile[];
}

const known = new Map<string, Promise<Asset & { stamp: string }>>();
const sources = new Map<string, { file: string; width: number | undefined }>();

async function inspect(file: string, stamp: string): Promise<Asset & { stamp: string }> {
  const bytes = await readFile(file);
  const extension = path.extname(file).toLowerCase();
  const isRaster = RASTER.test(file);
  const metadata = isRaster || SIZED_AS_IS.test(file) ? await sharp(bytes).metadata() : undefined;
  // As it is seen: a photograph may have been taken with the camera turned.
  const { width = 0, height = 0 } = metadata?.autoOrient ?? {};
  const pages = metadata?.pages ?? 1;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const base = path.basename(file, path.extname(file)).replace(/[^\w-]+/g, '-');
  // An animation stays as it was drawn; everything else that is made of pixels becomes WebP.
  const asIs = !isRaster || pages > 1;
  const widths = asIs
    ? [width]
    : [...new Set([...WIDTHS.filter((w) => w < width), Math.min(width, MAX_WIDTH)])];
  const files = widths.map((w) => {
    const name = asIs ? `${base}.${hash}${extension}` : `${base}.${hash}-${w}.webp`;
    sources.set(name, { file, width: asIs ? undefined : w });
    return { name, width: w };
  });
  return { width, height, files, stamp };
}

/**
 * Size and public files of a local file; raster images become WebP in up to two widths.
 * @param file absolute path
 * @throws when the file is missing, or named like an image and none
 */
async function asset(file: string): Promise<Asset> {
  const { size, mtimeMs } = await stat(file);
  const stamp = `${size}-${mtimeMs}`;
  const before = await known.get(file)?.catch(() => undefined);
  if (before?.stamp === stamp) return before;
  const fresh = inspect(file, stamp);
  known.set(file, fresh);
  return fresh;
}

/**
 * Every file below `articles/`, `snippets/` and `notices/` that is no text of ours, by absolute path.
 * Pages taken from the build cache are not rendered again, so what they show cannot be
 * collected while rendering.
 */
export async function contentAssets(contentDir: string): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const part of ['articles', 'snippets', 'notices']) {
    const root = path.join(contentDir, part);
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries
      .filter((entry) => entry.isFile() && !NO_ASSET.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) {
      // A file that is no image is reported by the content check, with its place.
      const found = await asset(file).catch(() => undefined);
      if (found) assets.set(file, found);
    }
  }
  return assets;
}

/**
 * The bytes of one public file; encoded images are kept in `cacheDir`, so that each is made once.
 * @returns undefined for a name that no asset has had since the process started
 */
export async function assetBytes(name: string, cacheDir: string): Promise<Buffer | undefined> {
  const source = sources.get(name);
  if (!source) return undefined;
  if (source.width === undefined) return readFile(source.file);
  const cached = path.join(cacheDir, 'images', name);
  try {
    return await readFile(cached);
  } catch {
    const bytes = await sharp(source.file)
      .autoOrient()
      .resize({ width: source.width })
      .webp({ quality: 82, effort: 5 })
      .toBuffer();
    await writeWhole(cached, bytes);
    return bytes;
  }
}
