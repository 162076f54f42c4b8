import { parseArgs } from 'node:util';
import { formatFault } from '#src/features/content/faults.ts';
import { readContent } from '#src/features/content/read-content.ts';
import { SEARCH_TESTS } from '#src/features/content/search-test-fields.ts';
import {
  brokenTestRecord,
  describeBrokenTest,
  explainBrokenTest,
} from '#src/features/search/explain-broken-test.ts';
import { runSearchTests } from '#src/features/search/run-search-tests.ts';
import { readEnv } from '#src/server/env.ts';
import { assertContentDir } from './content-dir.ts';
import { runCommand } from './run-command.ts';

const USAGE = `npm run search:check [-- --content <folder>] [--json]

Runs the searches of search/tests.yml in the content folder: which article each of them has to find,
and how far up. For each that fails it prints what stands there instead, and why.
Exits with 1 when one fails or cannot be run.`;

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      content: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return void console.log(USAGE);
  const folder = values.content ?? readEnv().CONTENT_DIR;
  assertContentDir({ CONTENT_DIR: folder });
  const content = await readContent(folder, { includeDrafts: false, now: new Date() });
  const faults = content.faults.filter(({ file }) => file === SEARCH_TESTS);
  const broken = await runSearchTests(content);
  const tests = content.searchTests.length;
  if (broken.length + faults.length > 0) process.exitCode = 1;
  if (values.json) {
    const failedTests = broken.map(brokenTestRecord);
    return void console.log(JSON.stringify({ tests, failedTests, faults }, null, 2));
  }
  for (const fault of faults) console.log(formatFault(fault));
  for (const one of broken) {
    console.log(describeBrokenTest(one));
    console.log(
      `${explainBrokenTest(one)
        .map((line) => `    ${line}`)
        .join('\n')}\n`,
    );
  }
  if (tests + faults.length === 0) {
    return void console.log(`There is no test of the search in ${SEARCH_TESTS}.`);
  }
  const unread = faults.length > 0 ? `, ${count(faults.length, 'fault')}` : '';
  console.log(`${count(tests, 'search test')}, ${broken.length} failed${unread}`);
});
