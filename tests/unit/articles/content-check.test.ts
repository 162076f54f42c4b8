import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { contentFolder, oneArticle, PLACE, type Files } from './content-folder.ts';

const run = promisify(execFile);

async function check(files: Files, ...args: string[]) {
  vi.stubEnv('CONTENT_DIR', await contentFolder(files));
  onTestFinished(() => void vi.unstubAllEnvs());
  return run(process.execPath, ['src/cli/content-check.ts', ...args]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  );
}

test('a sound folder passes', async () => {
  const { code, stdout } = await check(oneArticle('Text'));
  expect(stdout).toMatch(/^1 article, 0 errors, 0 warnings \(\d+\.\d s\)\n$/);
  expect(code).toBe(0);
});

test('warnings are told and pass', async () => {
  const { code, stdout } = await check(oneArticle('# Heading'));
  expect(stdout).toContain(`${PLACE}:5: warning: the title is the heading`);
  expect(stdout).toContain('1 article, 0 errors, 1 warning (');
  expect(code).toBe(0);
});

test('errors fail', async () => {
  const { code, stdout } = await check(oneArticle('<your-url>\n\n[gone](./gone.md)'));
  expect(stdout.split('\n').map((line) => line.split(': ')[0])).toEqual([
    `${PLACE}:5`,
    `${PLACE}:7`,
    expect.stringContaining('1 article, 2 errors, 0 warnings'),
    '',
  ]);
  expect(code).toBe(1);
});

test('as JSON', async () => {
  const { code, stdout } = await check(oneArticle('[gone](./gone.md)'), '--json');
  expect(JSON.parse(stdout)).toEqual({
    articles: 1,
    errors: 1,
    warnings: 0,
    ms: expect.any(Number),
    faults: [
      {
        file: PLACE,
        line: 5,
        severity: 'error',
        what: 'the link leads to articles/en/using/gone.md, which does not exist',
        todo: 'correct the path',
      },
    ],
  });
  expect(code).toBe(1);
});
