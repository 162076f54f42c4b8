// A process that does nothing but run the embedded PostgreSQL, to be killed by tests.
import { createLog } from '#src/server/log.ts';
import { startPostgres } from '#src/server/postgres.ts';

const [dataDir = ''] = process.argv.slice(2);

try {
  const postgres = await startPostgres(dataDir, createLog('silent'));
  process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
  // Keeps the process alive; the test may also close the pipe.
  process.stdin.resume();
  process.stdout.write(`${postgres.url}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
