import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import type { Fault } from '#src/features/content/content.ts';

// Most of a short check goes into loading code, and a third of that into compiling it.
enableCompileCache('.cache/node');
const { readEnv } = await import('#src/server/env.ts');
const { runCommand } = await import('./run-command.ts');

const USAGE = `npm run content:check [-- --json]

Checks the content folder (CONTENT_DIR, ./content by default) without building the site.
Exits with 1 when something has to be mended; warnings alone do not count.`;

interface Summary {
  articles: number;
  errors: number;
  warnings: number;
  /** Milliseconds since the process started. */
  ms: number;
  faults: Fault[];
}

async function check(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const { CONTENT_DIR } = readEnv();
  const { readContent } = await import('#src/features/content/read-content.ts');
  const options = { includeDrafts: false, now: new Date() };
  const { articles, faults } = await readContent(CONTENT_DIR, options);
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const summary: Summary = {
    articles: articles.length,
    errors,
    warnings: faults.length - errors,
    ms: Math.round(performance.now()),
    faults,
  };
  console.log(values.json ? JSON.stringify(summary, null, 2) : await describe(summary));
  return errors > 0 ? 1 : 0;
}

async function describe({ articles, errors, warnings, ms, faults }: Summary): Promise<string> {
  const { formatFault } = await import('#src/features/content/faults.ts');
  const counted = [
    count(articles, 'article'),
    count(errors, 'error'),
    count(warnings, 'warning'),
  ].join(', ');
  return [...faults.map(formatFault), `${counted} (${(ms / 1000).toFixed(1)} s)`].join('\n');
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

await runCommand(async () => {
  process.exitCode = await check();
});
