import type { Kysely } from 'kysely';
import { isAnswering } from '#db/connection.ts';
import { migrate } from '#db/migrate.ts';
import { seedOnce } from '#db/seed.ts';
import type { Database } from '#db/schema.ts';
import { followChanges } from '#src/server/changes.ts';
import { createDatabase, provideDatabase } from '#src/server/database.ts';
import { createReadingDatabase } from '#src/server/reading-database.ts';
import {
  assertSharedKey,
  ConfigurationError,
  type Env,
  isProduction,
  isShippedContent,
  readEnv,
} from '#src/server/env.ts';
import { prepareJobs } from '#src/server/jobs.ts';
import { assertPortIsFree, localUrl } from '#src/server/listen.ts';
import { createLog, type Log } from '#src/server/log.ts';
import { startPostgres } from '#src/server/postgres.ts';
import { publishedBuild } from '#src/server/published-build.ts';
import { followBuilds, registerContent, runBuild } from './builds.ts';
import { assertContentDir } from './content-dir.ts';
import { collectEndings, type Endings } from './endings.ts';
import { progress } from './progress.ts';
import { CommandError, runCommand } from './run-command.ts';
import { runJobs } from './run-jobs.ts';
import { examplePassword, seedTools } from './seed-tools.ts';
import { serve } from './serve.ts';

/** Opens the database, embedded or not, and brings it to the newest form. */
async function openDatabase(
  env: Env,
  log: Log,
  endings: Endings,
): Promise<{ db: Kysely<Database>; url: string }> {
  let url = env.DATABASE_URL;
  if (url === undefined) {
    const postgres = await progress.step(
      'Starting PostgreSQL',
      () => startPostgres(env.DATA_DIR, log),
      ({ created }) => (created ? `new database in ${env.DATA_DIR}` : `data in ${env.DATA_DIR}`),
    );
    endings.add(() => postgres.stop());
    url = postgres.url;
  }
  const db = createDatabase(url);
  endings.add(() => db.destroy());
  if (env.DATABASE_URL !== undefined && !(await isAnswering(db))) {
    throw new ConfigurationError(
      'DATABASE_URL: expected a PostgreSQL server that lets us in, but it does not answer',
    );
  }
  await progress.step(
    'Preparing the database',
    async () => {
      const done = await migrate(db);
      await prepareJobs(url);
      return done;
    },
    (done) => (done.length > 0 ? `${done.length} migrations` : 'up to date'),
  );
  return { db, url };
}

/**
 * Sows example votes and a small community on a newcomer's first start, so that there is something
 * to look at. Only where nobody can take them for real ones: on the shipped manual, in the database
 * that came with it, and never in production.
 */
async function seedManual(env: Env, db: Kysely<Database>): Promise<void> {
  if (env.DATABASE_URL !== undefined || !isShippedContent(env) || isProduction()) return;
  const tools = seedTools(env);
  if (await seedOnce(db, 'demo', new Date(), tools)) {
    progress.say('Example votes: sown for the manual (npm run db -- unseed takes them away)');
  }
  await progress.step(
    'Preparing the example community',
    () => seedOnce(db, 'community', new Date(), tools),
    (isNew) => (isNew ? 'sown' : 'is there'),
  );
  progress.say(`Sign in as an example member, all with the password "${examplePassword(env)}":`);
  for (const [email, who] of [
    ['omar@example.com', 'a member'],
    ['joana@example.com', 'a moderator'],
    ['tomas@example.com', 'an admin'],
  ]) {
    progress.say(`  ${email} (${who})`);
  }
}

async function start(env: Env, log: Log, endings: Endings): Promise<void> {
  assertSharedKey(env);
  assertContentDir(env);
  await assertPortIsFree(env);
  const building = new AbortController();
  endings.add(async () => building.abort());
  const [built, opened] = await Promise.allSettled([
    runBuild(building.signal),
    openDatabase(env, log, endings).catch((error: unknown) => {
      building.abort();
      throw error;
    }),
  ]);
  if (endings.begun) return;
  if (opened.status === 'rejected') throw opened.reason;
  if (built.status === 'rejected') throw built.reason;
  const folder = publishedBuild(env);
  if (!folder) throw new CommandError(`There is no build in ${env.BUILD_DIR}.`);

  const { db, url } = opened.value;
  provideDatabase(db);
  await progress.step('Registering the articles', () => registerContent(env, db));
  await seedManual(env, db);
  if (endings.begun) return;
  const reading = createReadingDatabase(url);
  endings.add(() => reading.destroy());
  const server = await serve(env, folder, { log, db, reading });
  endings.add(() => server.stop());
  endings.add(followChanges(url, log));
  endings.add(await runJobs(env, { db, url, log }));
  endings.add(followBuilds(env, { log, db, server, folder }));
  progress.say(`ready ${localUrl(env)}`);
}

await runCommand(async () => {
  const env = readEnv();
  const log = createLog(env.LOG_LEVEL);
  const endings = collectEndings(log);
  try {
    await start(env, log, endings);
  } catch (error) {
    if (endings.begun) return;
    await endings.run();
    throw error;
  }
});
