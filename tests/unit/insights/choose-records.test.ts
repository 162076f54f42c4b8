import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chooseRecords } from '#src/features/insights/choose-records.ts';
import { record } from './sample-record.ts';

const workingDir = fs.mkdtempSync(path.join(os.tmpdir(), 'insights-'));
const contentDir = path.join(workingDir, 'content');
fs.mkdirSync(path.join(contentDir, 'articles/en/using'), { recursive: true });
fs.writeFileSync(path.join(contentDir, 'articles/en/using/brand-new.md'), '');
fs.writeFileSync(path.join(contentDir, 'site.yml'), '');
afterAll(() => fs.rmSync(workingDir, { recursive: true }));

const records = [
  record('search', 1, 1),
  record('invite', 2, 1),
  record('gone', 3, 1, { removed: true }),
];
const choose = (...typed: string[]) => {
  const choice = chooseRecords(records, typed, { contentDir, workingDir });
  return { ...choice, records: choice.records.map(({ slug }) => slug) };
};
const nothing = { records: [], unpublished: [], unknown: [] };

test.each([
  ['from the working directory', 'content/articles/en/using/search.md'],
  ['from the content folder', 'articles/en/using/search.md'],
  ['in full', path.join(contentDir, 'articles/en/using/search.md')],
  ['with detours', './content/../content/articles/en/using/search.md'],
])('a file may be given %s', (_, typed) => {
  expect(choose(typed)).toEqual({ ...nothing, records: ['search'] });
});

test('a folder stands for the articles in it that are still there', () => {
  expect(choose('content/articles/en/using')).toEqual({
    ...nothing,
    records: ['search', 'invite'],
  });
  expect(choose('articles/en/using/')).toEqual({ ...nothing, records: ['search', 'invite'] });
});

test('a file that is gone is found by its name', () => {
  expect(choose('articles/en/using/gone.md')).toEqual({ ...nothing, records: ['gone'] });
});

test('what is given twice comes once, in the order of need', () => {
  expect(choose('articles/en/using/invite.md', 'articles/en/using')).toEqual({
    ...nothing,
    records: ['search', 'invite'],
  });
});

test('an article that nobody could read yet is told from one that is not there', () => {
  expect(choose('content/articles/en/using/brand-new.md')).toEqual({
    ...nothing,
    unpublished: ['articles/en/using/brand-new.md'],
  });
  for (const typed of ['content/articles/en/using/nope.md', 'content/site.yml', '/etc/passwd']) {
    expect(choose(typed)).toEqual({ ...nothing, unknown: [typed] });
  }
});
