import { AwsClient } from 'aws4fetch';
import type { FileStore } from './file-store.ts';

/** A bucket of a store that speaks S3. */
export interface Bucket {
  /** Of the store, with the bucket as its path: the one form that all of them take. */
  address: string;
  region: string;
  keyId: string;
  secret: string;
}

const PATIENCE_MS = 20_000;

/** Files in a bucket; its public never sees it, the site hands them out. */
export function bucketStore({ address, region, keyId, secret }: Bucket): FileStore {
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: 2,
  });

  async function ask(method: string, name: string, rest: RequestInit = {}): Promise<Response> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return client.fetch(`${address}/${encodeURIComponent(name)}`, { method, signal, ...rest });
  }

  const fault = ({ status }: Response, deed: string) =>
    new Error(`the store of files answered ${status} to ${deed}`);

  return {
    async put(name, bytes, type) {
      const body = new Uint8Array(bytes);
      const answer = await ask('PUT', name, { body, headers: { 'Content-Type': type } });
      await answer.body?.cancel();
      if (!answer.ok) throw fault(answer, 'put');
    },
    async get(name) {
      const answer = await ask('GET', name);
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      if (answer.status === 404) return undefined;
      throw fault(answer, 'get');
    },
    async remove(name) {
      const answer = await ask('DELETE', name);
      await answer.body?.cancel();
      if (!answer.ok && answer.status !== 404) throw fault(answer, 'delete');
    },
  };
}
