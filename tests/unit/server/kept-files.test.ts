import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepFiles } from '#src/server/kept-files.ts';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'helpmark-kept-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

const file = (name: string, key: string, text = key) => ({ name, key, make: () => text });
const read = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8');
const names = () => fs.readdirSync(folder).filter((name) => name !== 'keys.json');

test('only files whose key is another are made anew', async () => {
  await keepFiles(folder, [file('a.txt', '1'), file('b.txt', '1')]);
  await keepFiles(folder, [file('a.txt', '1', 'not asked for'), file('b.txt', '2')]);
  expect([read('a.txt'), read('b.txt')]).toEqual(['1', '2']);
});

test('files that are no longer wanted go', async () => {
  await keepFiles(folder, [file('a.txt', '1'), file('b.txt', '1')]);
  await keepFiles(folder, [file('b.txt', '1')]);
  expect(names()).toEqual(['b.txt']);
});

test('a file that a build shares stays as it was in that build', async () => {
  await keepFiles(folder, [file('a.txt', '1')]);
  fs.linkSync(path.join(folder, 'a.txt'), path.join(folder, 'shared'));
  await keepFiles(folder, [file('a.txt', '2')]);
  expect([read('a.txt'), read('shared')]).toEqual(['2', '1']);
});

test('after a failure nothing passes for up to date, nor stays unasked', async () => {
  await keepFiles(folder, [file('a.txt', '1'), file('b.txt', '1')]);
  const broken = {
    ...file('b.txt', '2'),
    make: () => {
      throw new Error('no');
    },
  };
  await expect(keepFiles(folder, [file('a.txt', '2', 'half'), broken])).rejects.toThrow('no');
  await keepFiles(folder, [file('a.txt', '2', 'whole')]);
  expect(names()).toEqual(['a.txt']);
  expect(read('a.txt')).toBe('whole');
});
