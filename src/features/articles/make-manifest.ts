import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { articlePath } from './address.ts';
import { references } from './article-page.ts';
import type { Library } from './library.ts';
import { MANIFEST, type Manifest } from './manifest.ts';
import { renderArticle } from './render-article.ts';
import { siteFacts } from './site-facts.ts';

/** The manifest of a content folder. */
export async function makeManifest(from: Library, now: Date): Promise<Manifest> {
  const { content, site } = from;
  return {
    site: await siteFacts(from, now),
    articles: content.articles.map(
      ({ locale, category, slug, title, revision, sections, owner, file, words, unlisted }) => ({
        locale,
        category,
        slug,
        title,
        revision,
        sections,
        ...(owner ? { owner } : {}),
        ...(unlisted ? { unlisted } : {}),
        file,
        words,
      }),
    ),
    authors: [...content.authors.values()],
    ...(content.site.editUrl ? { editUrl: content.site.editUrl } : {}),
    categories: site.locales.flatMap((locale) =>
      from.shelves(locale).map(({ category: { name, title } }) => ({ locale, name, title })),
    ),
    community: {
      ...content.community,
      guidelines: await Promise.all(
        content.community.guidelines.map(async ({ locale, file, body }) => ({
          locale,
          html: await renderArticle(body, references(from, locale, { file, locale })),
        })),
      ),
    },
    redirects: Object.fromEntries(
      content.articles.flatMap((article) =>
        article.redirectFrom.map((old) => [
          old,
          articlePath(site, article.locale, article.category, article.slug),
        ]),
      ),
    ),
  };
}

/** Writes the manifest into a build's folder. */
export async function writeManifest(buildDir: string, made: Manifest): Promise<void> {
  await mkdir(buildDir, { recursive: true });
  await writeFile(path.join(buildDir, MANIFEST), JSON.stringify(made));
}

/**
 * Leaves the redirects for static hosts, which read a file `_redirects`; our server knows them
 * from the manifest.
 */
export async function writeRedirects(clientDir: string, { redirects }: Manifest): Promise<void> {
  const lines = Object.entries(redirects).map(([from, to]) => `${encodeURI(from)} ${to} 301\n`);
  if (lines.length > 0) await writeFile(path.join(clientDir, '_redirects'), lines.join(''));
}
