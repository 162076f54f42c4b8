import { migrate } from '#db/migrate.ts';
import { registerContent } from '#src/cli/builds.ts';
import { serve } from '#src/cli/serve.ts';
import { followChanges } from '#src/server/changes.ts';
import { createDatabase, provideDatabase } from '#src/server/database.ts';
import { createReadingDatabase } from '#src/server/reading-database.ts';
import { readEnv } from '#src/server/env.ts';
import { prepareJobs } from '#src/server/jobs.ts';
import { localUrl } from '#src/server/listen.ts';
import { createLog } from '#src/server/log.ts';
import { publishedBuild } from '#src/server/published-build.ts';

// Serves the present build on another database, where nothing happens that the test does not do:
// what is queued stays queued.
const env = readEnv();
const log = createLog('error');
const url = env.DATABASE_URL ?? '';
const db = createDatabase(url);
provideDatabase(db);
await migrate(db);
await prepareJobs(url);
await registerContent(env, db);
followChanges(url, log);
await serve(env, publishedBuild(env) ?? '', { log, db, reading: createReadingDatabase(url) });
console.log(`ready ${localUrl(env)}`);
