import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Env } from '#src/server/env.ts';
import { LockedError, takeLock } from '#src/server/process-lock.ts';
import { publishBuild, publishedBuild, removeOldBuilds } from '#src/server/published-build.ts';
import { isOverdue, readBuildRecord } from './build-record.ts';
import { assertContentDir } from './content-dir.ts';
import { fingerprint } from './fingerprint.ts';
import type { Progress } from './progress.ts';

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
  assertContentDir(env);
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
    // Loaded only now: a start that has nothing to build need not wait for the builder's code.
    const { makeBuild } = await import('./make-build.ts');
    publishBuild(env, await makeBuild(env, progress, { fingerprint: mark, now }));
    await removeOldBuilds(env, before);
  } finally {
    unlock();
  }
}
