import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ArticleRecord } from './article-records.ts';

/** The records of certain files, and what was asked for but has none. */
export interface Choice<Record extends Pick<ArticleRecord, 'file' | 'removed'>> {
  records: Record[];
  /** Files in the content folder that no running site has shown yet, as paths in that folder. */
  unpublished: string[];
  /** What was typed and is neither. */
  unknown: string[];
}

/**
 * Picks records by files as they are typed at a terminal.
 * @param typed files or folders, relative to `workingDir` or to the content folder
 */
export function chooseRecords<Record extends Pick<ArticleRecord, 'file' | 'removed'>>(
  records: Record[],
  typed: string[],
  { contentDir, workingDir }: { contentDir: string; workingDir: string },
): Choice<Record> {
  const chosen = new Set<Record>();
  const unpublished: string[] = [];
  const unknown: string[] = [];
  for (const name of typed) {
    const places = [path.resolve(workingDir, name), path.resolve(contentDir, name)].map((file) =>
      path.relative(contentDir, file).split(path.sep).join('/'),
    );
    const found = records.filter(({ file, removed }) =>
      places.some((place) => file === place || (!removed && file.startsWith(`${place}/`))),
    );
    for (const record of found) chosen.add(record);
    if (found.length > 0) continue;
    const onDisk = places.find(
      (place) =>
        /^articles\/.*\.md$/.test(place) && existsSync(path.join(contentDir, ...place.split('/'))),
    );
    if (onDisk) unpublished.push(onDisk);
    else unknown.push(name);
  }
  return { records: records.filter((record) => chosen.has(record)), unpublished, unknown };
}
