import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Env } from './env.ts';
import { bucketStore } from './bucket-store.ts';
import { writeWhole } from './write-whole.ts';

/** Files that outlive a build, by names that say nothing of a place. */
export interface FileStore {
  /** Puts a file; one of the same name is replaced. */
  put(name: string, bytes: Uint8Array, type: string): Promise<void>;
  /** @returns undefined when there is none */
  get(name: string): Promise<Uint8Array | undefined>;
  /** Takes a file away; one that is not there is no fault. */
  remove(name: string): Promise<void>;
}

function folderStore(folder: string): FileStore {
  const fileOf = (name: string) => path.join(folder, name);
  return {
    async put(name, bytes) {
      await writeWhole(fileOf(name), bytes);
    },
    async get(name) {
      try {
        return await readFile(fileOf(name));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async remove(name) {
      await rm(fileOf(name), { force: true });
    },
  };
}

/** Names are made by us and checked at the door: nothing else may become a path or an address. */
function checked(name: string): string {
  if (!/^[\w-]+(\.[\w-]+)*$/.test(name)) throw new Error('not the name of a file');
  return name;
}

/** Where the instance keeps files: a bucket where one is configured, else its data folder. */
export function fileStore(env: Env): FileStore {
  const store = placeFor(env);
  return {
    put: async (name, bytes, type) => store.put(checked(name), bytes, type),
    get: async (name) => store.get(checked(name)),
    remove: async (name) => store.remove(checked(name)),
  };
}

function placeFor(env: Env): FileStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_REGION } = env;
  if (S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    return bucketStore({
      address: `${S3_ENDPOINT}/${S3_BUCKET}`,
      region: S3_REGION,
      keyId: S3_ACCESS_KEY_ID,
      secret: S3_SECRET_ACCESS_KEY,
    });
  }
  return folderStore(path.join(env.DATA_DIR, 'uploads'));
}
