import { escapeHtml } from '#src/components/html.ts';
import { articlePath } from '#src/features/articles/address.ts';
import { articleHtml } from '#src/features/articles/article-page.ts';
import type { Library } from '#src/features/articles/library.ts';
import type { Article } from '#src/features/content/article.ts';
import { digestOf } from '#src/server/digest.ts';
import { keepFiles } from '#src/server/kept-files.ts';
import { indexMarks } from './index-marks.ts';

/** What the index holds of an article's page in `locale`: its text, and nothing that surrounds it. */
function searchPage(
  locale: string,
  article: Pick<Article, 'title' | 'description' | 'keywords' | 'unlisted'>,
  html: string,
): string {
  const marks = Object.entries(indexMarks(article))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  const description = article.description ? `<p>${escapeHtml(article.description)}</p>` : '';
  return `<html lang="${locale}"><body><div${marks}><h1>${escapeHtml(article.title)}</h1>${description}${html}</div></body></html>`;
}

/**
 * Keeps the search page of every article in `folder`, at the path of its own page. Only those that
 * have changed are rendered.
 * @param codeMark changes when the code that renders articles does
 */
export async function keepSearchPages(
  library: Library,
  folder: string,
  codeMark: string,
): Promise<void> {
  const { site, assetsDigest } = library;
  const pages = site.locales.flatMap((locale) =>
    library
      .articles(locale)
      .filter(({ article }) => !article.unlisted)
      .map(({ article }) => {
        const { title, description, keywords, body } = article;
        const text = [title, description, keywords, body];
        return {
          name: `${articlePath(site, locale, article.category, article.slug)}.html`,
          key: digestOf([codeMark, assetsDigest, site.locales, locale, ...text]),
          async make() {
            // A fault is shown on the article's own page; search does without that article's text.
            const html = await articleHtml(library, article.locale, article).catch(() => '');
            return searchPage(locale, article, html);
          },
        };
      }),
  );
  await keepFiles(folder, pages);
}
