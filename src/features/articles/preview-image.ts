import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { escapeHtml } from '#src/components/html.ts';
import { isRightToLeft } from '#src/components/language.ts';
import { writeWhole } from '#src/server/write-whole.ts';
import { localePath, type Locales } from './address.ts';

/** The size that link previews expect. @see https://ogp.me */
const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 90;
const TITLE_SIZE = 66;
const LINE_HEIGHT = 84;
const MAX_LINES = 4;

/** Changes when the drawing itself does, so that old pictures are not taken for new ones. */
const DRAWING = 1;

const fonts = ['noto-sans', 'noto-sans-arabic', 'noto-sans-jp'].flatMap((family) => {
  const { resolve } = createRequire(import.meta.url);
  const folder = path.dirname(resolve(`@expo-google-fonts/${family}/package.json`));
  const name = {
    'noto-sans': 'NotoSans',
    'noto-sans-arabic': 'NotoSansArabic',
    'noto-sans-jp': 'NotoSansJP',
  }[family];
  return [path.join(folder, '600SemiBold', `${name}_600SemiBold.ttf`)];
});

/** What a preview image shows. */
export interface Preview {
  title: string;
  locale: string;
  siteName: string;
  accent: string;
}

interface Previewed {
  locale: string;
  category: string;
  slug: string;
  title: string;
}

function hashOf(preview: Preview): string {
  return createHash('sha256')
    .update(JSON.stringify([DRAWING, preview]))
    .digest('hex')
    .slice(0, 10);
}

/** What the preview image of an article shows. */
export function previewOf(site: { name: string; accent: string }, article: Previewed): Preview {
  return { title: article.title, locale: article.locale, siteName: site.name, accent: site.accent };
}

/** Address of an article's preview image; it changes with what the image shows. */
export function previewPath(
  site: Locales & { name: string; accent: string },
  locale: string,
  article: Previewed,
): string {
  const name = `${article.slug}.${hashOf(previewOf(site, article))}.png`;
  const parts = [article.category, name].map(encodeURIComponent);
  return localePath(site, locale, `/og/${parts.join('/')}`);
}

/** Rough width of a character in units of the font size: full for East Asian ones, half for others. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u1100-\u11ff\u2e80-\uffef]/.test(character) ? 1 : 0.55;
  return width;
}

function lines(title: string, locale: string): string[] {
  const fits = (WIDTH - 2 * MARGIN) / TITLE_SIZE;
  const result = [''];
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(title)) {
    const line = result.at(-1) ?? '';
    if (line && segment.trim() && widthOf(line + segment) > fits) result.push(segment);
    else result[result.length - 1] = line + segment;
  }
  if (result.length <= MAX_LINES) return result;
  return [...result.slice(0, MAX_LINES - 1), `${result[MAX_LINES - 1]?.trimEnd()}…`];
}

function drawing({ title, locale, siteName, accent }: Preview): string {
  const rtl = isRightToLeft(locale);
  const x = rtl ? WIDTH - MARGIN : MARGIN;
  const family = locale.startsWith('ja')
    ? 'Noto Sans JP'
    : rtl
      ? 'Noto Sans Arabic, Noto Sans'
      : 'Noto Sans, Noto Sans JP';
  const anchor = rtl ? 'end' : 'start';
  const text = lines(title, locale)
    .map((line, index) => {
      const y = 260 + index * LINE_HEIGHT;
      return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="${TITLE_SIZE}">${escapeHtml(line.trim())}</text>`;
    })
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="${family}" font-weight="600">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fdfcfa"/>
<rect y="${HEIGHT - 14}" width="${WIDTH}" height="14" fill="${accent}"/>
<text x="${x}" y="130" text-anchor="${anchor}" font-size="32" fill="${accent}">${escapeHtml(siteName)}</text>
<g fill="#1d1c1a">${text}</g></svg>`;
}

/** The picture as PNG, kept in `cacheDir` by what it shows: each is drawn once, when first asked for. */
export async function previewImage(preview: Preview, cacheDir: string): Promise<Buffer> {
  const file = path.join(cacheDir, 'previews', `${hashOf(preview)}.png`);
  try {
    return await readFile(file);
  } catch {
    const png = new Resvg(drawing(preview), {
      font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
    })
      .render()
      .asPng();
    await writeWhole(file, png);
    return png;
  }
}
