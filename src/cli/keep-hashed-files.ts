import path from 'node:path';
import { isHashed, readFileIndex, type StaticFile } from '#src/server/file-index.ts';
import { shareFile } from '#src/server/share-file.ts';

/** A page that is still open asks for the pieces of the build it came from. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * Takes over what earlier builds had under a name of its own content and this one has not: pieces
 * of the search index, scripts, pictures. Each is kept for a day, over any number of builds.
 * @param files what this build has
 * @returns the files taken over, for the server's index
 */
export async function keepHashedFiles(
  buildDir: string,
  before: string | undefined,
  files: StaticFile[],
  now: Date,
): Promise<StaticFile[]> {
  if (!before) return [];
  const present = new Set(files.map(({ name }) => name));
  const earlier = await readFileIndex(before).catch(() => []);
  const kept: StaticFile[] = [];
  for (const file of earlier) {
    if (present.has(file.name) || !isHashed(file.name)) continue;
    const keptSince = file.keptSince ?? now.toISOString();
    if (now.getTime() - Date.parse(keptSince) > KEPT_FOR_MS) continue;
    const endings = ['', ...(file.br ? ['.br'] : []), ...(file.gzip ? ['.gz'] : [])];
    try {
      for (const ending of endings) {
        const name = path.join('client', file.name + ending);
        shareFile(path.join(before, name), path.join(buildDir, name));
      }
      kept.push({ ...file, keptSince });
    } catch {
      // The earlier build is no longer whole.
    }
  }
  return kept;
}
