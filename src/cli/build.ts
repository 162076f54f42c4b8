import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { readEnv } from '#src/server/env.ts';
import { buildSite } from './build-site.ts';
import { progress } from './progress.ts';
import { runCommand } from './run-command.ts';

// Started by `npm start`, a build does not outlive it.
process.once('disconnect', () => process.exit(1));

// Astro and Vite are a lot of code; compiled once, they load in two thirds of the time.
enableCompileCache(path.resolve(import.meta.dirname, '..', '..', '.cache', 'compiled'));

await runCommand(() =>
  buildSite(readEnv(), progress, { ifChanged: process.argv.includes('--if-changed') }),
);
// Whatever the build's parts have left running is of no use to anybody now.
process.exit();
