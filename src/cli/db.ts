import { parseArgs } from 'node:util';
import { isDestructive, runDatabaseCommand, usage, UsageError } from '#db/cli.ts';
import { readEnv } from '#src/server/env.ts';
import { postgresOwner } from '#src/server/postgres.ts';
import { CommandError, runCommand } from './run-command.ts';
import { withDatabase } from './with-database.ts';

await runCommand(async () => {
  const env = readEnv();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help || positionals.length === 0) {
    console.log(usage);
    return;
  }
  const running = env.DATABASE_URL ? undefined : postgresOwner(env.DATA_DIR);
  if (running && isDestructive(positionals[0])) {
    throw new CommandError(`Helpmark runs on this data (process ${running}); stop it first.`);
  }
  const options = { yes: values.yes, now: new Date() };
  try {
    const told = await withDatabase(env, (db) => runDatabaseCommand(db, positionals, options));
    console.log(told);
  } catch (error) {
    if (error instanceof UsageError) throw new CommandError(error.message);
    throw error;
  }
});
