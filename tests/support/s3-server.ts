import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import S3rver from '@20minutes/s3rver';
import { freePort } from './free-port.ts';

/** A store that speaks S3, with one bucket, on its own port. */
export interface S3Server {
  /** What the site has to be configured with. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

export async function s3Server(): Promise<S3Server> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'helpmark s3-'));
  const port = await freePort();
  const server = new S3rver({
    port,
    address: 'localhost',
    silent: true,
    directory,
    configureBuckets: [{ name: 'pictures', configs: [] }],
  });
  await server.run();
  return {
    env: {
      S3_ENDPOINT: `http://localhost:${port}`,
      S3_BUCKET: 'pictures',
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    async stop() {
      await server.close();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}
