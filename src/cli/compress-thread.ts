// The part of `compress-files.ts` that runs on threads.
import Tinypool from 'tinypool';
import type { StaticFile } from '#src/server/file-index.ts';
import { compressFile } from './compress-file.ts';

/** What every thread is started with. */
export interface CompressThreadData {
  clientDir: string;
  /** The client folder of an earlier build, and its files by name. */
  earlierDir: string | undefined;
  earlierFiles: Map<string, StaticFile>;
}

const { clientDir, earlierDir, earlierFiles } = Tinypool.workerData as CompressThreadData;

/** Compresses files without pause. @param names paths below the client folder */
export default function compressAll(names: string[]): StaticFile[] {
  return names.map((name) => {
    const file = earlierFiles.get(name);
    const isKnown = earlierDir !== undefined && file !== undefined;
    return compressFile(clientDir, name, isKnown ? { clientDir: earlierDir, file } : undefined);
  });
}
