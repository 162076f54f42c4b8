import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { indexMarks } from '#src/features/articles/index-marks.ts';

/** A page of a built site: enough of an article to be indexed. */
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

/** A built site in a folder of its own; `remove` takes it away again. */
export interface BuiltSite {
  clientDir: string;
  write(pages: SitePage[]): Promise<void>;
  remove(): Promise<void>;
}

export async function builtSite(pages: SitePage[]): Promise<BuiltSite> {
  const root = await mkdtemp(path.join(tmpdir(), 'search-'));
  const clientDir = path.join(root, 'client');
  const write = async (some: SitePage[]) => {
    for (const page of some) {
      const file = path.join(clientDir, page.file);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, htmlOf(page));
    }
  };
  await write(pages);
  return { clientDir, write, remove: () => rm(root, { recursive: true }) };
}

function htmlOf({ locale, title, html, category, keywords = [], unlisted = false }: SitePage) {
  const marks = indexMarks(
    { keywords, unlisted },
    category ?? { name: 'using', title: 'Using the help center' },
  );
  const attributes = Object.entries(marks).map(([name, value]) => ` ${name}="${value}"`);
  return `<!doctype html><html lang="${locale}"><head><title>${title}</title></head><body>
<header>Every page has a header</header>
<div${attributes.join('')}><nav data-pagefind-ignore>You are here</nav><h1>${title}</h1>${html}</div>
</body></html>`;
}
