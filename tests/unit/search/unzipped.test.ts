import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unzipped } from '#src/features/search/unzipped.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('a compressed file is uncompressed, and another left as it is', async () => {
  const long = 'words '.repeat(50_000);
  expect(text(await unzipped(new Uint8Array(gzipSync(long))))).toBe(long);
  expect(text(await unzipped(new TextEncoder().encode('plain')))).toBe('plain');
});

test('a broken file is told of', async () => {
  const half = new Uint8Array(gzipSync('words '.repeat(50_000))).slice(0, 100);
  await expect(unzipped(half)).rejects.toThrow(TypeError);
});
