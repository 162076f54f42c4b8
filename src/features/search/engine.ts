import { openIndex } from './article-index.ts';
import { pageReader, type IndexedPage } from './indexed-page.ts';
import type { ReadFile } from './packed-index.ts';
import type { Engine } from './query.ts';

/** Folder of the index of sections, within Pagefind's. */
export const SECTIONS = 'sections';

/** So many pages that results were described by are kept, the latest. */
const PAGES_KEPT = 100;

/**
 * Opens the index of a locale.
 * @param read a file of the folder in which Pagefind's index lies, uncompressed
 * @throws whatever `read` throws
 */
export async function openEngine(
  locale: string,
  read: ReadFile,
  pagesWith: Engine['pagesWith'],
): Promise<Engine> {
  const articles = await openIndex(locale, (name) => read(`${SECTIONS}/${name}`));
  const readPage = pageReader(articles.language);
  const pages = new Map<string, Promise<IndexedPage>>();
  return {
    articles,
    pagesWith,
    page(name) {
      const page = pages.get(name) ?? read(`fragment/${name}.pf_fragment`).then(readPage);
      // The latest stands last.
      pages.delete(name);
      pages.set(name, page);
      page.catch(() => pages.delete(name));
      for (const oldest of pages.keys()) {
        if (pages.size <= PAGES_KEPT) break;
        pages.delete(oldest);
      }
      return page;
    },
  };
}
