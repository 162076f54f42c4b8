import fs from 'node:fs';
import path from 'node:path';
import { build } from 'astro';
import { library } from '#src/features/articles/library.ts';
import { makeManifest, writeManifest, writeRedirects } from '#src/features/articles/manifest.ts';
import { popularAddresses } from '#src/features/articles/popular-articles.ts';
import type { Content } from '#src/features/content/content.ts';
import { formatFault } from '#src/features/content/faults.ts';
import { readContent } from '#src/features/content/read-content.ts';
import { buildSearchIndex } from '#src/features/search/build-index.ts';
import { type Env, silenceAstro } from '#src/server/env.ts';
import { writeFileIndex } from '#src/server/file-index.ts';
import { newBuildFolder, publishedBuild } from '#src/server/published-build.ts';
import { writeBuildRecord } from './build-record.ts';
import { compressFiles } from './compress-files.ts';
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
  const { nextPublishAt } = await checkedContent(env, progress, now);
  const popular = await popularAddresses();
  const folder = newBuildFolder(env);
  try {
    await fillBuild(env, progress, { folder, now });
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
  { folder, now }: { folder: string; now: Date },
): Promise<void> {
  const clientDir = path.join(folder, 'client');
  const before = publishedBuild(env);
  silenceAstro();
  await progress.step('Building the pages', () =>
    build({
      root: path.resolve(import.meta.dirname, '..', '..'),
      outDir: folder,
      logLevel: 'warn',
      vite: { logLevel: 'warn' },
    }),
  );
  const manifest = await makeManifest(await library(), now);
  await writeManifest(folder, manifest);
  await writeRedirects(clientDir, manifest);
  await buildSearchIndex(
    clientDir,
    (line) => progress.say(line),
    path.join(env.CACHE_DIR, 'search-index'),
  );
  await progress.step(
    'Compressing',
    async () => {
      const files = await compressFiles(folder, before);
      files.push(...(await keepHashedFiles(folder, before, files, now)));
      await writeFileIndex(folder, files);
      return files;
    },
    (files) => many(files.length, 'file'),
  );
}
