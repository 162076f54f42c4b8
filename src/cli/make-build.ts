import fs from 'node:fs';
import path from 'node:path';
import { build } from 'astro';
import { type Library, openLibrary } from '#src/features/articles/library.ts';
import {
  makeManifest,
  writeManifest,
  writeRedirects,
} from '#src/features/articles/make-manifest.ts';
import { popularAddresses } from '#src/features/articles/popular-articles.ts';
import { writeMarkdownFiles } from '#src/features/articles/markdown-files.ts';
import type { Content } from '#src/features/content/content.ts';
import { formatFault } from '#src/features/content/faults.ts';
import { readContent } from '#src/features/content/read-content.ts';
import { buildSearchIndex } from '#src/features/search/build-index.ts';
import { publishIndex } from '#src/features/search/publish-index.ts';
import { publishSections } from '#src/features/search/publish-sections.ts';
import { keepSearchPages } from '#src/features/search/search-pages.ts';
import { type Env, silenceAstro } from '#src/server/env.ts';
import { writeFileIndex } from '#src/server/file-index.ts';
import { newBuildFolder, publishedBuild } from '#src/server/published-build.ts';
import { writeBuildRecord } from './build-record.ts';
import { startCompressing } from './compress-files.ts';
import { codeMark } from './fingerprint.ts';
import { followPages } from './follow-pages.ts';
import { keepHashedFiles } from './keep-hashed-files.ts';
import type { Progress } from './progress.ts';
import { CommandError } from './run-command.ts';

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/**
 * Reads the content folder and prints its faults.
 * @throws CommandError when one of them is an error
 */
async function checkedContent(env: Env, progress: Progress, now: Date): Promise<Content> {
  const content = await progress.step(
    'Reading the content',
    () => readContent(env.CONTENT_DIR, { includeDrafts: false, now }),
    ({ articles, site }) =>
      `${many(articles.length, 'article')} in ${many(site.locales.length, 'language')}`,
  );
  for (const fault of content.faults) progress.say(`  ${formatFault(fault)}`);
  const errors = content.faults.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    throw new CommandError(
      `The content in ${env.CONTENT_DIR} has ${many(errors, 'error')}, listed above; nothing was built.`,
    );
  }
  return content;
}

/**
 * Makes a whole build in a folder of its own, which nobody sees yet.
 * @param fingerprint what the build is made of, for its record
 * @returns the folder
 * @throws CommandError when the content has errors, after printing them
 */
export async function makeBuild(
  env: Env,
  progress: Progress,
  { fingerprint, now }: { fingerprint: string; now: Date },
): Promise<string> {
  const content = await checkedContent(env, progress, now);
  const { nextPublishAt } = content;
  const popular = await popularAddresses();
  const folder = newBuildFolder(env);
  try {
    await fillBuild(env, progress, { folder, now, books: await openLibrary(content) });
    await writeBuildRecord(folder, { fingerprint, nextPublishAt, popular });
  } catch (error) {
    fs.rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

async function fillBuild(
  env: Env,
  progress: Progress,
  { folder, now, books }: { folder: string; now: Date; books: Library },
): Promise<void> {
  const clientDir = path.join(folder, 'client');
  const before = publishedBuild(env);
  const mark = await codeMark();
  const searchPages = path.join(env.CACHE_DIR, 'search-pages');
  const searchIndex = path.join(env.CACHE_DIR, 'search-index');
  await progress.step('Rendering the articles', async () =>
    keepSearchPages(books, searchPages, mark),
  );
  // Pagefind is a process of its own, for which rendering pages leaves a core.
  const indexed = buildSearchIndex(searchPages, searchIndex);
  indexed.catch(() => {});
  const compressor = await startCompressing(folder, before);
  const unfollow = followPages(clientDir, (names) => compressor.add(names));
  try {
    silenceAstro();
    await progress.step('Building the pages', async () => {
      await build({
        root: path.resolve(import.meta.dirname, '..', '..'),
        outDir: folder,
        logLevel: 'warn',
        vite: { logLevel: 'warn' },
      });
      await writeMarkdownFiles(books, {
        clientDir,
        keptDir: path.join(env.CACHE_DIR, 'markdown'),
        origin: env.SITE_URL,
        codeMark: mark,
      });
    });
    unfollow();
    const manifest = await makeManifest(books, now);
    await writeManifest(folder, manifest);
    await writeRedirects(clientDir, manifest);
    await progress.step(
      'Building the search index',
      async () => {
        const pages = await indexed;
        const published = path.join(clientDir, 'pagefind');
        await publishIndex(searchIndex, published);
        await publishSections(books.content, published);
        return pages;
      },
      (pages) => many(pages, 'page'),
    );
    await progress.step(
      'Compressing',
      async () => {
        const files = await compressor.finish();
        files.push(...(await keepHashedFiles(folder, before, files, now)));
        await writeFileIndex(folder, files);
        return files;
      },
      (files) => many(files.length, 'file'),
    );
  } finally {
    unfollow();
    await compressor.stop();
  }
}
