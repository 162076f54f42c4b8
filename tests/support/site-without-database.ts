import { serve } from '#src/cli/serve.ts';
import { createDatabase, provideDatabase } from '#src/server/database.ts';
import { createReadingDatabase } from '#src/server/reading-database.ts';
import { readEnv } from '#src/server/env.ts';
import { localUrl } from '#src/server/listen.ts';
import { createLog } from '#src/server/log.ts';
import { publishedBuild } from '#src/server/published-build.ts';

// Serves the present build with a database that nobody answers for, as when it has gone away.
const env = readEnv();
const nobody = 'postgres://nobody@127.0.0.1:1/none';
const db = createDatabase(nobody);
provideDatabase(db);
await serve(env, publishedBuild(env) ?? '', {
  log: createLog('silent'),
  db,
  reading: createReadingDatabase(nobody),
});
console.log(`ready ${localUrl(env)}`);
