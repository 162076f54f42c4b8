import { fork } from 'node:child_process';
import path from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { readContent } from '#src/features/articles/read-content.ts';
import { rememberPopularArticles } from '#src/features/feedback/popular-articles.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import type { Env } from '#src/server/env.ts';
import type { Log } from '#src/server/log.ts';
import { publishedBuild } from '#src/server/published-build.ts';
import { isOverdue, readBuildRecord } from './build-record.ts';
import { CommandError } from './run-command.ts';
import type { Server } from './serve.ts';

/** How often a running server looks for a newer build, in milliseconds. */
const lookEvery = 2000;
/** After a build that failed, the next try waits this long. */
const retryAfter = 600_000;

/**
 * Builds the site if anything has changed. In a process of its own, so that the server keeps none
 * of the memory that a build takes.
 * @throws CommandError when it fails; the reasons have been printed by then
 */
export async function runBuild(signal: AbortSignal): Promise<void> {
  const program = path.join(import.meta.dirname, 'build.ts');
  const child = fork(program, ['--if-changed'], { signal, killSignal: 'SIGKILL' });
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
 * builds by itself when an article becomes due.
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
    const isPopularNew = await rememberPopularArticles(db, new Date());
    if (!isPopularNew && !isOverdue(record, new Date())) return;
    notBefore = Date.now() + retryAfter;
    log.info(isPopularNew ? 'other articles are popular: building' : 'an article is due: building');
    await runBuild(ended.signal);
    notBefore = 0;
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
