import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { searchPage } from '#src/features/search/search-pages.ts';

/** An article's search page. */
export interface SitePage {
  /** Below the site's root, such as `ja/articles/using/reset.html`. */
  file: string;
  locale: string;
  title: string;
  /** HTML below the title. */
  html: string;
  category?: { name: string; title: string };
  keywords?: string[];
  unlisted?: boolean;
}

/** Search pages, and the client folder of a site, in a folder of their own; `remove` takes it away. */
export interface BuiltSite {
  pagesDir: string;
  indexDir: string;
  clientDir: string;
  write(pages: SitePage[]): Promise<void>;
  remove(): Promise<void>;
}

export async function builtSite(pages: SitePage[]): Promise<BuiltSite> {
  const root = await mkdtemp(path.join(tmpdir(), 'search-'));
  const [pagesDir, indexDir, clientDir] = ['pages', 'index', 'client'].map((name) =>
    path.join(root, name),
  ) as [string, string, string];
  const write = async (some: SitePage[]) => {
    for (const page of some) {
      const file = path.join(pagesDir, page.file);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, htmlOf(page));
    }
  };
  await write(pages);
  return { pagesDir, indexDir, clientDir, write, remove: () => rm(root, { recursive: true }) };
}

function htmlOf({ locale, title, html, category, keywords = [], unlisted = false }: SitePage) {
  const shelf = category ?? { name: 'using', title: 'Using the help center' };
  return searchPage(locale, { title, keywords, unlisted }, shelf, html);
}
