import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mkdtemp, rm } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { assetBytes } from '#src/features/articles/asset.ts';
import { article, type Files } from './content-folder.ts';
import { htmlOf, smallLibrary } from './small-library.ts';

/** A picture of one colour. */
function picture(width: number, height: number, colour = '#0b6873'): Sharp {
  return sharp({ create: { width, height, channels: 3, background: colour } });
}

/** The page's HTML of an article with the given text, with files beside it. */
async function show(body: string, files: Files = {}): Promise<string> {
  const beside = Object.entries(files).map(([name, bytes]) => [`articles/en/using/${name}`, bytes]);
  const books = await smallLibrary({
    'articles/en/using/show.md': article(body),
    ...Object.fromEntries(beside),
  });
  return htmlOf(books, 'en', 'using/show');
}

async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'images-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

const attribute = (html: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(html)?.[1];

describe('an image', () => {
  test('alone in a paragraph is a figure with its caption', async () => {
    const png = await picture(40, 30).png().toBuffer();
    const html = await show('![A "gear"](./images/gear.png "The <gear>")', {
      'images/gear.png': png,
    });
    expect(html).toMatch(/^<figure><img .*><figcaption>The &lt;gear&gt;<\/figcaption><\/figure>/);
    expect(html).toContain('alt="A &quot;gear&quot;"');
    expect(html).toContain('width="40" height="30" loading="lazy" decoding="async"');
  });

  test('without a caption is a figure all the same, in a sentence just an image', async () => {
    const png = await picture(4, 4).png().toBuffer();
    const html = await show('![Gear](gear.png)\n\nPress ![Gear](gear.png) now.', {
      'gear.png': png,
    });
    expect(html).toMatch(/^<figure><img [^>]*><\/figure>\s*<p>Press <img [^>]*> now\.<\/p>/);
    expect(html).not.toContain('figcaption');
  });

  test('comes in the widths that screens need, none wider than drawn', async () => {
    const wide = await picture(2000, 1000).png().toBuffer();
    const html = await show('![Wide](wide.png)', { 'wide.png': wide });
    expect(attribute(html, 'srcset')).toMatch(
      /^\/files\/wide\.[0-9a-f]{12}-720\.webp 720w, \/files\/wide\.[0-9a-f]{12}-1440\.webp 1440w$/,
    );
    expect(attribute(html, 'src')).toMatch(/-1440\.webp$/);
    expect(attribute(html, 'sizes')).toBe('(min-width: 48rem) 45rem, 100vw');
    expect(html).toContain('width="2000" height="1000"');

    const middle = await picture(900, 450).jpeg().toBuffer();
    const some = await show('![Middle](m.jpg)', { 'm.jpg': middle });
    expect(attribute(some, 'srcset')).toMatch(/-720\.webp 720w, .*-900\.webp 900w$/);

    const narrow = await picture(300, 10).png().toBuffer();
    const one = await show('![Narrow](n.png)', { 'n.png': narrow });
    expect(one).not.toContain('srcset');
    expect(attribute(one, 'src')).toMatch(/^\/files\/n\.[0-9a-f]{12}-300\.webp$/);
  });

  test('has an address that changes with what it shows', async () => {
    const red = await picture(8, 8, '#f00').png().toBuffer();
    const blue = await picture(8, 8, '#00f').png().toBuffer();
    const before = attribute(await show('![X](x.png)', { 'x.png': red }), 'src');
    const after = attribute(await show('![X](x.png)', { 'x.png': blue }), 'src');
    expect(before).not.toBe(after);
    expect(attribute(await show('![X](x.png)', { 'x.png': red }), 'src')).toBe(before);
  });

  test('is made once and kept whole', async () => {
    const png = await picture(1000, 500).png().toBuffer();
    const html = await show('![X](x.png)', { 'x.png': png });
    const name = path.basename(attribute(html, 'src') ?? '');
    const cache = await temporaryFolder();
    const bytes = await assetBytes(name, cache);
    const { format, width, height } = await sharp(bytes).metadata();
    expect({ format, width, height }).toEqual({ format: 'webp', width: 1000, height: 500 });
    expect(await readdir(path.join(cache, 'images'))).toEqual([name]);
    expect(await assetBytes(name, cache)).toEqual(bytes);
    expect(await assetBytes('another.webp', cache)).toBeUndefined();
  });

  test('taken with the camera turned is shown upright', async () => {
    const turned = await picture(60, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const html = await show('![Photo](photo.jpg)', { 'photo.jpg': turned });
    expect(html).toContain('width="20" height="60"');
    const bytes = await assetBytes(
      path.basename(attribute(html, 'src') ?? ''),
      await temporaryFolder(),
    );
    const { width, height } = await sharp(bytes).metadata();
    expect([width, height]).toEqual([20, 60]);
  });

  test('that is drawn or moves stays as it is', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"><path d="M0 0h9"/></svg>';
    const html = await show('![Drawn](d.svg)', { 'd.svg': svg });
    expect(html).toContain('width="64" height="32"');
    expect(attribute(html, 'src')).toMatch(/^\/files\/d\.[0-9a-f]{12}\.svg$/);
    const bytes = await assetBytes(
      path.basename(attribute(html, 'src') ?? ''),
      await temporaryFolder(),
    );
    expect(String(bytes)).toBe(svg);

    const frames = await Promise.all(
      ['#f00', '#00f'].map((colour) => picture(10, 10, colour).png().toBuffer()),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const moving = await show('![Moves](m.gif)', { 'm.gif': gif });
    expect(attribute(moving, 'src')).toMatch(/\.gif$/);
    expect(moving).toContain('width="10" height="10"');
  });

  test('by reference is found as one in place is', async () => {
    const png = await picture(40, 30).png().toBuffer();
    const html = await show('![Gear][g]\n\nA ![small one][G].\n\n[g]: gear.png "Its caption"', {
      'gear.png': png,
    });
    expect(
      html.match(/src="\/files\/gear\.[^"]+" alt="[^"]+" width="40" height="30"/g),
    ).toHaveLength(2);
    expect(html).toContain('<figcaption>Its caption</figcaption>');
  });

  test('in a link leads where the link does', async () => {
    const png = await picture(4, 4).png().toBuffer();
    const html = await show('[![Gear](g.png)](show.md)', { 'g.png': png });
    expect(html).toMatch(/<a href="\/articles\/using\/show"><img src="\/files\/g\.[^>]+><\/a>/);
  });

  test('elsewhere keeps its address', async () => {
    const html = await show('![Far](https://example.com/a.png?b&c)');
    expect(html).toContain('<img src="https://example.com/a.png?b&amp;c" alt="Far" loading="lazy"');
  });

  test('with a name in any script gets an address', async () => {
    const png = await picture(4, 4).png().toBuffer();
    const html = await show('![図](./図 1.png)\n\n![図](<./図 1.png>)', { '図 1.png': png });
    expect(attribute(html, 'src')).toMatch(/^\/files\/[\w.-]+\.webp$/);
  });
});

describe('a video', () => {
  const hosted = '::video[How it <works>]{src="https://www.youtube.com/watch?v=abc_1&t=3"}';

  test('is a link until it is asked for', async () => {
    const html = await show(hosted);
    expect(html).toContain('href="https://www.youtube.com/watch?v=abc_1&amp;t=3"');
    expect(html).toContain('data-embed="https://www.youtube-nocookie.com/embed/abc_1?autoplay=1"');
    expect(html).toContain('How it &lt;works&gt;<small>Plays from YouTube when you start it');
    expect(html).not.toMatch(/<iframe|<img|<script|url\(/);
  });

  test('shows its poster from this site', async () => {
    const png = await picture(160, 90).png().toBuffer();
    const html = await show('::video[T]{src="https://vimeo.com/12" poster="./p.png"}', {
      'p.png': png,
    });
    expect(html).toMatch(/style="background-image:url\('\/files\/p\.[0-9a-f]{12}-160\.webp'\)"/);
  });

  test('beside the article plays in the browser’s own player, and loads nothing before', async () => {
    const html = await show('::video[Local]{src="./v.mp4"}', { 'v.mp4': 'film' });
    expect(html).toMatch(
      /<video controls preload="none" aria-label="Local"><source src="\/files\/v\.[0-9a-f]{12}\.mp4" type="video\/mp4"><\/video><figcaption>Local/,
    );
  });
});
