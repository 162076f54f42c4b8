// A process that does nothing but work on queued jobs, to be killed by tests.
import { runJobs } from '#src/cli/run-jobs.ts';
import { createDatabase } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { createLog } from '#src/server/log.ts';

const env = readEnv();
const url = env.DATABASE_URL ?? '';
const db = createDatabase(url);
const stop = await runJobs(env, { db, url, log: createLog('error') });
process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
process.stdout.write('ready\n');
