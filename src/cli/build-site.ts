import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'astro';
import type { Content } from '#src/features/content/content.ts';
import { formatFault } from '#src/features/content/faults.ts';
import { library } from '#src/features/articles/library.ts';
import { makeManifest, writeManifest, writeRedirects } from '#src/features/articles/manifest.ts';
import { popularAddresses } from '#src/features/articles/popular-articles.ts';
import { readContent } from '#src/features/content/read-content.ts';
import { buildSearchIndex } from '#src/features/search/build-index.ts';
import { type Env, silenceAstro } from '#src/server/env.ts';
import { writeFileIndex } from '#src/server/file-index.ts';
import { LockedError, takeLock } from '#src/server/process-lock.ts';
import { newBuildFolder, publishBuild, publishedBuild } from '#src/server/published-build.ts';
import { isOverdue, readBuildRecord, writeBuildRecord } from './build-record.ts';
import { compressFiles } from './compress-files.ts';
import { assertContentDir } from './content-dir.ts';
import { fingerprint } from './fingerprint.ts';
import { keepHashedFiles } from './keep-hashed-files.ts';
import type { Progress } from './progress.ts';
import { CommandError } from './run-command.ts';

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/**
 * Reads the content folder and prints its faults.
 * @throws CommandError when one of them is an error
 */
async function checkedContent(env: Env, progress: Progress, now: Date): Promise<Content> {
  assertContentDir(env);
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

/** Waits until no other process builds this instance. */
async function lockBuild(env: Env, progress: Progress): Promise<() => void> {
  fs.mkdirSync(env.CACHE_DIR, { recursive: true });
  for (let told = false; ; told = true) {
    try {
      return takeLock(path.join(env.CACHE_DIR, 'build.lock'));
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      if (!told) progress.say(`Waiting for process ${error.pid}, which builds the same site …`);
      await sleep(200);
    }
  }
}

/**
 * Builds the instance's site: pages, search index, compressed copies. A build that fails leaves
 * the one before in place.
 * @param options.ifChanged leaves everything alone when nothing it depends on has changed
 * @throws CommandError when the content has errors, after printing them
 */
export async function buildSite(
  env: Env,
  progress: Progress,
  { ifChanged = false } = {},
): Promise<void> {
  const unlock = await lockBuild(env, progress);
  try {
    const now = new Date();
    const mark = await fingerprint(env);
    const before = publishedBuild(env);
    const record = before ? await readBuildRecord(before) : undefined;
    if (ifChanged && record && record.fingerprint === mark && !isOverdue(record, now)) {
      progress.say(
        'Content, code and configuration are as they were: the last build is used again.',
      );
      return;
    }
    const { nextPublishAt } = await checkedContent(env, progress, now);
    const popular = await popularAddresses();
    const folder = newBuildFolder(env);
    try {
      await fillBuild(env, progress, { folder, before, now });
      await writeBuildRecord(folder, { fingerprint: mark, nextPublishAt, popular });
    } catch (error) {
      fs.rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    publishBuild(env, folder);
  } finally {
    unlock();
  }
}

async function fillBuild(
  env: Env,
  progress: Progress,
  { folder, before, now }: { folder: string; before: string | undefined; now: Date },
): Promise<void> {
  const clientDir = path.join(folder, 'client');
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
