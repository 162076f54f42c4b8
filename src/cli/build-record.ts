import fs from 'node:fs/promises';
import path from 'node:path';

/** What a build remembers of its making. */
export interface BuildRecord {
  fingerprint: string;
  /** ISO date and time at which an article that was left out becomes due. */
  nextPublishAt?: string | undefined;
  /** Addresses of the articles that were popular then, best first. */
  popular: string[];
}

const fileName = 'build.json';

export async function writeBuildRecord(buildDir: string, record: BuildRecord): Promise<void> {
  await fs.writeFile(path.join(buildDir, fileName), JSON.stringify(record));
}

/** The record of a whole build; undefined when the folder holds none. */
export async function readBuildRecord(buildDir: string): Promise<BuildRecord | undefined> {
  try {
    return JSON.parse(await fs.readFile(path.join(buildDir, fileName), 'utf8')) as BuildRecord;
  } catch {
    return undefined;
  }
}

/** Whether an article has become due since the build. */
export function isOverdue({ nextPublishAt }: BuildRecord, now: Date): boolean {
  return nextPublishAt !== undefined && Date.parse(nextPublishAt) <= now.getTime();
}
