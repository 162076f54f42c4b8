import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lockHolder, LockedError, takeLock } from '#src/server/process-lock.ts';
import { processFacts } from '#src/server/processes.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'helpmark-lock-'));
const file = path.join(folder, 'lock');
afterAll(() => fs.rmSync(folder, { recursive: true }));

it('is held by one at a time, and free after its release', () => {
  const release = takeLock(file);
  expect(lockHolder(file)).toBe(process.pid);
  expect(() => takeLock(file)).toThrow(LockedError);
  release();
  expect(lockHolder(file)).toBe(undefined);
  takeLock(file)();
});

it('of a dead process is taken over', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  fs.writeFileSync(file, `${pid}\nlong ago\n`);
  expect(lockHolder(file)).toBe(undefined);
  takeLock(file)();
});

it('of a dead process whose pid was given to another is taken over', () => {
  fs.writeFileSync(file, `${process.pid}\nborn at another time\n`);
  takeLock(file)();
});

it('of a live process is not taken over', () => {
  const parent = process.ppid;
  fs.writeFileSync(file, `${parent}\n${processFacts(parent)?.birth}\n`);
  expect(() => takeLock(file)).toThrow(`held by process ${parent}`);
  fs.rmSync(file);
});

it.each(['', 'rubbish', '12'])('that says "%s" is taken over', (text) => {
  fs.writeFileSync(file, text);
  takeLock(file)();
});

it('leaves nothing beside it', () => {
  expect(fs.readdirSync(folder)).toEqual([]);
});
