import fs from 'node:fs';
import path from 'node:path';

/**
 * Puts a file of one build into another, so that neither time nor space is spent on it again. The
 * two are one file afterwards: only for files that nobody changes in place.
 * @throws when `from` is not there or `to` is
 */
export function shareFile(from: string, to: string): void {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  try {
    fs.linkSync(from, to);
  } catch {
    // Not every file system has links, and none across its border.
    fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
  }
}
