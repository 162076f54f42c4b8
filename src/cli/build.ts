import { readEnv } from '#src/server/env.ts';
import { buildSite } from './build-site.ts';
import { progress } from './progress.ts';
import { runCommand } from './run-command.ts';

// Started by `npm start`, a build does not outlive it.
process.once('disconnect', () => process.exit(1));

await runCommand(() =>
  buildSite(readEnv(), progress, { ifChanged: process.argv.includes('--if-changed') }),
);
// Whatever the build's parts have left running is of no use to anybody now.
process.exit();
