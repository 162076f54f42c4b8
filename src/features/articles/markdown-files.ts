import path from 'node:path';
import { digestOf } from '#src/server/digest.ts';
import { keepFiles } from '#src/server/kept-files.ts';
import { shareFile } from '#src/server/share-file.ts';
import { articlePath } from './address.ts';
import { articleMarkdown } from './article-markdown.ts';
import type { Library } from './library.ts';

/**
 * Puts every article of a build as Markdown at its page's address with `.md`. Not a matter for
 * Astro, which takes as long over a text as over a page: a third of the build.
 * @param keptDir keeps them from build to build
 * @param origin where the site will be found, for its links
 * @param codeMark changes when the code does
 */
export async function writeMarkdownFiles(
  library: Library,
  {
    clientDir,
    keptDir,
    origin,
    codeMark,
  }: Record<'clientDir' | 'keptDir' | 'origin' | 'codeMark', string>,
): Promise<void> {
  const { site, assetsDigest } = library;
  const files = site.locales.flatMap((locale) =>
    library.articles(locale).map(({ article }) => ({
      name: `${articlePath(site, locale, article.category, article.slug)}.md`,
      key: digestOf([codeMark, assetsDigest, site.locales, origin, article.title, article.body]),
      make: () => articleMarkdown(library, locale, article, new URL(origin)),
    })),
  );
  await keepFiles(keptDir, files);
  for (const { name } of files) shareFile(path.join(keptDir, name), path.join(clientDir, name));
}
