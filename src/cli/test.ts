import fs from 'node:fs';
import path from 'node:path';
import { progress } from './progress.ts';
import { runTool } from './run-tool.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const results = path.join(root, 'test-results');
const inVitest = ['unit', 'house', 'integration'];

interface Count {
  passed: number;
  failed: number;
}

interface VitestReport {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

function readReport<Report>(name: string): Report | undefined {
  try {
    return JSON.parse(fs.readFileSync(path.join(results, name), 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

/** A suite that broke off counts as a failure, whatever it had counted before. */
function atLeastOneFailure(count: Count, code: number): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

async function runVitest(suites: string[]): Promise<Map<string, Count>> {
  const { code } = await runTool('node_modules/vitest/vitest.mjs', [
    'run',
    '--config=tests/vitest.config.ts',
    ...suites.map((suite) => `--project=${suite}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path.join(results, 'vitest.json')}`,
  ]);
  const counts = new Map(suites.map((suite) => [suite, { passed: 0, failed: 0 }]));
  for (const { name, status, assertionResults } of readReport<VitestReport>('vitest.json')
    ?.testResults ?? []) {
    const suite = path.relative(path.join(root, 'tests'), name).split(path.sep)[0] ?? '';
    const count = counts.get(suite);
    if (!count) continue;
    count.passed += assertionResults.filter((one) => one.status === 'passed').length;
    const failed = assertionResults.filter((one) => one.status === 'failed').length;
    // A file that could not be loaded has no tests to count.
    count.failed += failed === 0 && status === 'failed' ? 1 : failed;
  }
  const [last] = suites.slice(-1);
  const failed = [...counts.values()].some((count) => count.failed > 0);
  if (last && !failed) counts.set(last, atLeastOneFailure(counts.get(last) as Count, code));
  return counts;
}

async function runBrowser(): Promise<Count> {
  const { code } = await runTool('node_modules/@playwright/test/cli.js', [
    'test',
    '--config=tests/playwright.config.ts',
  ]);
  const { stats } = readReport<PlaywrightReport>('e2e.json') ?? {};
  // A test that passes at the second try has failed: nothing is tried twice.
  const count = {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
  };
  return atLeastOneFailure(count, code);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((suite) => ![...inVitest, 'e2e'].includes(suite));
if (unknown.length > 0) {
  progress.say(`There is no suite "${unknown[0]}": choose among unit, house, integration, e2e.`);
  process.exit(1);
}
const isAsked = (suite: string) => asked.length === 0 || asked.includes(suite);

fs.rmSync(results, { recursive: true, force: true });
fs.mkdirSync(results, { recursive: true });
const vitestSuites = inVitest.filter(isAsked);
const counts = vitestSuites.length > 0 ? await runVitest(vitestSuites) : new Map<string, Count>();
if (isAsked('e2e')) counts.set('e2e', await runBrowser());

progress.say('');
const total: Count = { passed: 0, failed: 0 };
for (const [suite, { passed, failed }] of counts) {
  progress.say(
    `${suite.padEnd(12)} ${String(passed).padStart(4)} passed ${String(failed).padStart(4)} failed`,
  );
  total.passed += passed;
  total.failed += failed;
}
progress.say(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
