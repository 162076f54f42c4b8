import os from 'node:os';
import { silenceAstro } from '#src/server/env.ts';
import { progress } from './progress.ts';
import { runTool } from './run-tool.ts';

const vitest = ['run', '--config', 'tests/vitest.config.ts', '--reporter=minimal', '--project'];

/** Every check, the slowest first, so that the others fill the time beside it. */
const checks: { name: string; program: string; args: string[] }[] = [
  { name: 'types', program: 'node_modules/astro/bin/astro.mjs', args: ['check'] },
  { name: 'dead code', program: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
  {
    name: 'format',
    program: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '.'],
  },
  { name: 'unit tests', program: 'node_modules/vitest/vitest.mjs', args: [...vitest, 'unit'] },
  { name: 'house rules', program: 'node_modules/vitest/vitest.mjs', args: [...vitest, 'house'] },
  { name: 'lint', program: 'node_modules/oxlint/bin/oxlint', args: ['--deny-warnings'] },
  { name: 'content', program: 'src/cli/content-check.ts', args: [] },
  { name: 'search tests', program: 'src/cli/search-check.ts', args: [] },
];

silenceAstro();
const waiting = [...checks];
const failures: { name: string; output: string }[] = [];

async function work(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const began = performance.now();
    const { code, output } = await runTool(check.program, check.args, { quiet: true });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    progress.say(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name.padEnd(12)} ${seconds} s`);
    if (code !== 0) failures.push({ name: check.name, output });
  }
}

progress.say(`${checks.length} checks …`);
await Promise.all(Array.from({ length: Math.max(2, os.availableParallelism()) }, work));
for (const { name, output } of failures) progress.say(`\n── ${name} ──\n${output.trimEnd()}`);
progress.say(`\n${checks.length - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
