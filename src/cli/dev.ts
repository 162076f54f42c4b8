import { dev } from 'astro';
import path from 'node:path';
import { migrate } from '#db/migrate.ts';
import { followChanges } from '#src/server/changes.ts';
import { createDatabase, provideDatabase } from '#src/server/database.ts';
import { readEnv, silenceAstro } from '#src/server/env.ts';
import { prepareJobs } from '#src/server/jobs.ts';
import { assertPortIsFree, localUrl } from '#src/server/listen.ts';
import { createLog } from '#src/server/log.ts';
import { registerContent } from './builds.ts';
import { assertContentDir } from './content-dir.ts';
import { collectEndings } from './endings.ts';
import { progress } from './progress.ts';
import { runCommand } from './run-command.ts';
import { runJobs } from './run-jobs.ts';
import { findDatabase } from './with-database.ts';

await runCommand(async () => {
  const env = readEnv();
  const log = createLog(env.LOG_LEVEL);
  const endings = collectEndings(log);
  try {
    assertContentDir(env);
    await assertPortIsFree(env);
    const { url, close } = await progress.step('Opening the database', () =>
      findDatabase(env, log),
    );
    endings.add(close);
    const db = createDatabase(url);
    endings.add(() => db.destroy());
    await migrate(db);
    await prepareJobs(url);
    provideDatabase(db);
    await registerContent(env, db);
    silenceAstro();
    const server = await dev({
      root: path.resolve(import.meta.dirname, '..', '..'),
      logLevel: 'warn',
      vite: { server: { strictPort: true } },
    });
    endings.add(() => server.stop());
    endings.add(followChanges(url, log));
    endings.add(await runJobs(env, { db, url, log }));
    progress.say('Saved articles show at once. Ctrl-C ends it.');
    progress.say(`ready ${localUrl(env)}`);
  } catch (error) {
    await endings.run();
    throw error;
  }
});
