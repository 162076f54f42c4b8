import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { articlePath } from '#src/features/articles/address.ts';
import type { Content } from '#src/features/content/content.ts';
import { SECTIONS } from './engine.ts';
import { makeIndex } from './make-index.ts';

const unzipped = promisify(gunzip);
/** Files, of which a process may have no thousands open. */
const OPEN_AT_ONCE = 100;

/**
 * Puts the index of sections of every locale beside Pagefind's, each root after what it names.
 * @param dir where `publishIndex` has put the pages that results are described by
 */
export async function publishSections(
  content: Pick<Content, 'dir' | 'articles' | 'categories' | 'site'>,
  dir: string,
): Promise<void> {
  const folder = path.join(dir, SECTIONS);
  await mkdir(folder, { recursive: true });
  const pages = await pagesByAddress(dir);
  const wanted = new Set<string>();
  for (const locale of content.site.locales) {
    const { files } = await makeIndex(content, locale, (name) => {
      const [category = '', slug = ''] = name.split('/');
      return pages.get(`${articlePath(content.site, locale, category, slug)}.html`) ?? '';
    });
    for (const [name, bytes] of files) {
      wanted.add(name);
      const file = path.join(folder, name);
      // A reader must not come upon half a file.
      await writeFile(`${file}.new`, bytes);
      await rename(`${file}.new`, file);
    }
  }
  for (const name of await readdir(folder)) {
    if (!wanted.has(name)) await rm(path.join(folder, name));
  }
}

/** Path of a search page → the name of its piece of the index. */
async function pagesByAddress(dir: string): Promise<Map<string, string>> {
  const folder = path.join(dir, 'fragment');
  const names = await readdir(folder).catch(() => []);
  const pages = new Map<string, string>();
  const add = async (name: string) => {
    const text = await unzipped(await readFile(path.join(folder, name)));
    const [, url = ''] = /"url":"([^"]*)"/.exec(text.toString('utf8')) ?? [];
    pages.set(url, path.basename(name, '.pf_fragment'));
  };
  for (let at = 0; at < names.length; at += OPEN_AT_ONCE) {
    await Promise.all(names.slice(at, at + OPEN_AT_ONCE).map(add));
  }
  return pages;
}
