import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentFolder } from '#tests/unit/articles/content-folder.ts';
import { runCli } from '#tests/support/run-cli.ts';

const CONTENT = {
  'articles/en/guide/_category.yml': 'title: Guide',
  'articles/en/guide/password.md':
    '---\ntitle: Change your password\n---\nChoose another password whenever you are signed in.\n',
  'articles/en/guide/invoices.md':
    '---\ntitle: Export invoices\n---\nInvoices come as a table, one line each.\n',
};

/** Runs search:eval on a small help center with these files of queries. */
async function evaluate(files: Record<string, unknown>, ...args: string[]) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'queries-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const given = Object.entries(files).flatMap(([option, queries]) => {
    const file = path.join(folder, `${option}.json`);
    writeFileSync(file, JSON.stringify(queries));
    return [`--${option}`, file];
  });
  return runCli('search-eval', ['--content', await contentFolder(CONTENT), ...given, ...args], {});
}

const queries = [
  { query: 'change password', relevant: { 'guide/password': 2 } },
  { query: 'export the invoices', relevant: { 'guide/invoices': 2 } },
  { query: 'secret word of my bank', relevant: { 'guide/password': 2 } },
];

test('what nothing answers is counted when it is told so, and what was told so wrongly', async () => {
  const unanswerable = ['battery drains overnight', { query: 'change password', kind: 'near' }];
  const { code, out } = await evaluate({ queries, unanswerable }, '--json');
  expect(code).toBe(0);
  const told = JSON.parse(out) as Record<string, { queries: number } & Record<string, unknown>>;
  expect(told['unanswerable']).toMatchObject({ queries: 2, recognised: { value: 0.5 } });
  expect(told['unanswerable']!['falseAlarms']).toMatchObject({ value: expect.closeTo(1 / 3) });
  expect(told['all']).toMatchObject({ queries: 3, success1: { value: expect.closeTo(2 / 3) } });
});

test('at a terminal it stands below the table', async () => {
  const { out } = await evaluate({ queries, unanswerable: ['battery drains overnight'] });
  expect(out).toMatch(
    /^ +queries.*\nall +3 .*\n\nTold that nothing here answers:\n1 unanswerable queries: 1\.00 \(1\.00–1\.00\)\nthe answerable ones: 0\.33 \(/,
  );
  expect((await evaluate({ queries })).out).not.toContain('Told');
});

test('a file that is not one of queries is refused', async () => {
  const wrong = await evaluate({ queries, unanswerable: [{ question: 'x' }] });
  expect(wrong.code).toBe(1);
  expect(wrong.err).toMatch(/unanswerable\.json is no list of queries as wanted here:/);
  const empty = await evaluate({ queries, unanswerable: [] });
  expect(empty.err).toContain('unanswerable.json has no queries.');
});
