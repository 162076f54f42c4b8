import { fork } from 'node:child_process';
import path from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { popularAddresses } from '#src/features/articles/popular-articles.ts';
import { readContent } from '#src/features/content/read-content.ts';
import { rememberPopularArticles } from '#src/features/feedback/popular-articles.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import type { Env } from '#src/server/env.ts';
import type { Log } from '#src/server/log.ts';
import { publishedBuild } from '#src/server/published-build.ts';
import { type BuildRecord, isOverdue, readBuildRecord } from './build-record.ts';
import { CommandError } from './run-command.ts';
import type { Server } from './serve.ts';

/** How often a running server looks for a newer build, in milliseconds. */
const lookEvery = 2000;
/** A server that has just started does not build again for the sake of readers' favourites. */
const settling = 3_600_000;
/** After a build that failed, the next try waits this long. */
const retryAfter = 600_000;

/**
 * Builds the site, if anything has changed. In a process of its own, so that the server keeps none
 * of the memory that a build takes.
 * @throws CommandError when it fails; the reasons have been printed by then
 */
export async function runBuild(signal: AbortSignal, { ifChanged = true } = {}): Promise<void> {
  const program = path.join(import.meta.dirname, 'build.ts');
  const args = ifChanged ? ['--if-changed'] : [];
  // Without our bounds of memory: a build needs far more, and ends.
  const child = fork(program, args, { signal, killSignal: 'SIGKILL', execArgv: [] });
  const code = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(null));
  });
  if (code !== 0) throw new CommandError('The site was not built; the reasons are above.');
}

/** Makes the articles known to the database, so that feedback finds the text it is about. */
export async function registerContent(
  env: Pick<Env, 'CONTENT_DIR'>,
  db: Kysely<Database>,
): Promise<void> {
  const now = new Date();
  const { articles, site } = await readContent(env.CONTENT_DIR, { includeDrafts: false, now });
  await syncArticles(db, articles, site.defaultLocale, now);
}

/**
 * Keeps a running server up to date: it shows what another `npm run build` has published, and
 * builds by itself when an article becomes due or when other articles have become popular.
 * @returns ends it
 */
export function followBuilds(
  env: Env,
  { log, db, server, folder }: { log: Log; db: Kysely<Database>; server: Server; folder: string },
): () => Promise<void> {
  const ended = new AbortController();
  let shown = folder;
  let registered = folder;
  let busy = false;
  let notBefore = 0;
  const settledAt = Date.now() + settling;

  async function look(): Promise<void> {
    const newest = publishedBuild(env);
    if (newest && newest !== shown) {
      await server.show(newest);
      shown = newest;
      log.info('a new build is shown');
    }
    if (registered !== shown) {
      await registerContent(env, db);
      registered = shown;
    }
    const record = await readBuildRecord(shown);
    if (!record || Date.now() < notBefore) return;
    const isDue = isOverdue(record, new Date());
    if (!isDue && !(await areOthersPopular(record))) return;
    notBefore = Date.now() + retryAfter;
    log.info(isDue ? 'an article is due: building' : 'other articles are popular: building');
    await runBuild(ended.signal, { ifChanged: isDue });
    notBefore = 0;
  }

  async function areOthersPopular({ popular }: BuildRecord): Promise<boolean> {
    if (Date.now() < settledAt) return false;
    await rememberPopularArticles(db, new Date());
    return (await popularAddresses()).join() !== popular.join();
  }

  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    look()
      .catch((error: unknown) => {
        if (!ended.signal.aborted) log.error({ err: error }, 'the site was not brought up to date');
      })
      .finally(() => (busy = false));
  }, lookEvery);
  return async () => {
    clearInterval(timer);
    ended.abort();
  };
}
