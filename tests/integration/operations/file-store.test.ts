import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readEnv } from '#src/server/env.ts';
import { fileStore } from '#src/server/file-store.ts';
import { s3Server } from '#tests/support/s3-server.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'helpmark files-'));
const bucket = await s3Server();
afterAll(async () => {
  fs.rmSync(folder, { recursive: true, force: true });
  await bucket.stop();
});

const onDisk = { DATA_DIR: folder };
const bytes = new Uint8Array([0, 1, 2, 250, 251, 255]);

describe.each([
  ['a folder', onDisk],
  ['a bucket', { ...onDisk, ...bucket.env }],
])('%s', (kind, env) => {
  const files = fileStore(readEnv(env));

  test('gives back what was put, until it is removed', async () => {
    expect(await files.get('a-1.webp')).toBeUndefined();
    await files.put('a-1.webp', bytes, 'image/webp');
    expect([...((await files.get('a-1.webp')) ?? [])]).toEqual([...bytes]);
    await files.put('a-1.webp', bytes.slice(1), 'image/webp');
    expect((await files.get('a-1.webp'))?.length).toBe(5);
    await files.remove('a-1.webp');
    expect(await files.get('a-1.webp')).toBeUndefined();
    await files.remove('a-1.webp');
  });

  test('holds pictures of their real size', async () => {
    const large = new Uint8Array(4_000_000).map((_, at) => at * 31);
    await files.put('large.webp', large, 'image/webp');
    expect(Buffer.from((await files.get('large.webp')) ?? []).equals(large)).toBe(true);
  });

  test('keeps within itself', async () => {
    fs.writeFileSync(path.join(folder, 'secret-key'), 'secret');
    for (const name of ['../secret-key', '/etc/passwd', '..', 'a\0.webp', '%2e%2e/secret-key']) {
      await expect(files.get(name), `${kind} ${name}`).rejects.toThrow('not the name of a file');
      await expect(files.put(name, bytes, 'image/webp')).rejects.toThrow('not the name');
      await expect(files.remove(name)).rejects.toThrow('not the name');
    }
  });
});

test('a bucket that refuses is no missing file', async () => {
  const wrong = fileStore(readEnv({ ...onDisk, ...bucket.env, S3_BUCKET: 'another' }));
  await expect(wrong.put('a.webp', bytes, 'image/webp')).rejects.toThrow('answered 404 to put');
  const locked = { ...bucket.env, S3_SECRET_ACCESS_KEY: 'wrong' };
  await expect(fileStore(readEnv({ ...onDisk, ...locked })).get('a.webp')).rejects.toThrow('403');
});

test('a store is configured whole or not at all, and its secret is never said', () => {
  for (const name of ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']) {
    expect(() => readEnv({ ...bucket.env, [name]: '' })).toThrow(`${name}: expected a value`);
  }
  const secret = { ...bucket.env, S3_SECRET_ACCESS_KEY: 'do-not-say' };
  for (const broken of [{ S3_ENDPOINT: 'nowhere' }, { S3_BUCKET: '' }, { S3_BUCKET: '../a' }]) {
    expect(() => readEnv({ ...secret, ...broken })).toThrow(/^(?!.*do-not-say)/s);
  }
});
