import { parseArgs } from 'node:util';
import { isDestructive, isReading, readDatabaseCommand, usage, UsageError } from '#db/cli.ts';
import { readEnv } from '#src/server/env.ts';
import { prepareJobs } from '#src/server/jobs.ts';
import { postgresOwner } from '#src/server/postgres.ts';
import { CommandError, runCommand } from './run-command.ts';
import { seedTools } from './seed-tools.ts';
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
  try {
    const command = readDatabaseCommand(positionals, values);
    const running = env.DATABASE_URL ? undefined : postgresOwner(env.DATA_DIR);
    if (running && isDestructive(positionals[0])) {
      throw new CommandError(`Helpmark runs on this data (process ${running}); stop it first.`);
    }
    const said = await withDatabase(env, async (db, url) => {
      const outcome = await command(db, new Date(), seedTools(env));
      if (!isReading(positionals[0])) await prepareJobs(url);
      return outcome;
    });
    console.log(said);
  } catch (error) {
    if (error instanceof UsageError) throw new CommandError(error.message);
    throw error;
  }
});
