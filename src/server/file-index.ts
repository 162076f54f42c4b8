import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** One file that the build made, and the compressed copies that lie beside it. */
export interface StaticFile {
  /** Path below the client folder, with `/`. */
  name: string;
  /** Names the content: equal in two builds when the file is. */
  hash: string;
  size: number;
  /** Sizes of `name.br` and `name.gz`, where compression pays. */
  br?: number;
  gzip?: number;
  /** ISO time; of a file that only earlier builds have made. */
  keptSince?: string;
}

const HASHED =
  /^(_astro|files)\/|^pagefind\/.*(fragment|index)\/|\.(pf_(meta|index|fragment)|part)$/;

/** Whether a name carries a hash of what it names, so that it never means anything else. */
export function isHashed(name: string): boolean {
  return HASHED.test(name);
}

const ZIPPED = /^pagefind\/.*\.(pf_(meta|index|fragment)|part|root)$/;

/** Whether a file is gzip in itself, and read uncompressed by who knows it: those of the search index. */
export function isZipped(name: string): boolean {
  return ZIPPED.test(name);
}

const fileName = 'files.json';

/** Leaves the list of a build's files for the server, which then need not walk the folder. */
export async function writeFileIndex(buildDir: string, files: StaticFile[]): Promise<void> {
  await writeFile(path.join(buildDir, fileName), JSON.stringify(files));
}

/** The list that the build left behind. */
export async function readFileIndex(buildDir: string): Promise<StaticFile[]> {
  return JSON.parse(await readFile(path.join(buildDir, fileName), 'utf8')) as StaticFile[];
}
