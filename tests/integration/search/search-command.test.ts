import { expect, test } from 'vitest';
import { article, contentFolder, type Files } from '#tests/unit/articles/content-folder.ts';
import { runCli } from '#tests/support/run-cli.ts';

const files: Files = {
  'site.yml': 'locales: [en]\n',
  'articles/en/account/password.md': article(
    'Choose another one.\n\n## If you forgot it\n\nWe mail you a link for a new password.\n',
    'title: Change your password',
  ),
  'articles/en/account/leave.md': article('Everything goes.\n', 'title: Delete your account'),
};

const search = async (...args: string[]) =>
  (await runCli('search', args, { CONTENT_DIR: await contentFolder(files) })).out
    .trimEnd()
    .split('\n');

test('every step of a search is told, and what it came to', async () => {
  const lines = await search('How do I Erase my acount', '--explain');
  const found = lines.slice(8);
  expect(lines.slice(0, 8)).toEqual([
    'read as     how, do, i, erase, my, acount',
    'corrected   acount → account',
    'completed   nothing',
    'left out    how, do, i, my',
    'looked for  erase, account',
    expect.stringMatching(/^synonyms {4}erase → .*delet/),
    expect.stringMatching(
      /^quality {5}partial, it may not answer: one section says \d+ % of it, for its length [01]\.\d{3} \(doubtful below 0\.82, nothing below 0\.74\)$/,
    ),
    '',
  ]);
  expect(found[0]).toBe(' 1  account/leave');
  expect(found[1]).toMatch(/^ {4}\d+\.\d: section \d+\.\d, title \d+\.\d, has \d+ % of the query$/);
});

test('what nothing answers is called so, and what is found only the nearest', async () => {
  const query = 'link zeppelins to moorings of other airports';
  const lines = await search(query, '--explain');
  expect(lines.find((line) => line.startsWith('quality'))).toContain(
    'none, nothing here answers that: one section says',
  );
  expect(await search(query)).toEqual([
    'Nothing here answers that; nearest are:',
    ' 1  account/password#if-you-forgot-it',
  ]);
  expect(await search('zeppelin')).toEqual(['Nothing has any of these words.']);
});

test('words in quotation marks are said to need a built site', async () => {
  const lines = await search('“new password” by mail', '--explain');
  expect(lines[1]).toBe(
    'exactly     "new password": only the built site looks for this; here it is words',
  );
  expect((await search('password', '--explain')).join('\n')).not.toContain('exactly');
});
