import { vi, onTestFinished } from 'vitest';
import { articleHtml, articlePage, type ArticlePage } from '#src/features/articles/article-page.ts';
import { forgetLibrary, library, type Library } from '#src/features/articles/library.ts';
import { contentFolder, type Files } from './content-folder.ts';

/** The library of a small content folder, as a build would read it. */
export async function smallLibrary(files: Files): Promise<Library> {
  vi.stubEnv('CONTENT_DIR', await contentFolder(files));
  vi.stubEnv('DEV', false);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    forgetLibrary();
  });
  forgetLibrary();
  return library();
}

/** The page of `category/slug` in a locale. */
export function pageOf(books: Library, locale: string, place: string): ArticlePage {
  const [category = '', slug = ''] = place.split('/');
  const listed = books.find(locale, category, slug);
  if (!listed) throw new Error(`there is no ${place} in ${locale}`);
  return articlePage(books, locale, listed);
}

/** The rendered text of `category/slug` on a page of a locale. */
export async function htmlOf(books: Library, locale: string, place: string): Promise<string> {
  return articleHtml(books, locale, pageOf(books, locale, place).article);
}
