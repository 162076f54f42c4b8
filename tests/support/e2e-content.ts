import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');
const own = path.join(root, '.cache', 'e2e-content');

/** Where the content of the browser tests lies once `layOutContent` has run. */
export const e2eContentDir = own;

/**
 * Lays out what the browser tests read: the repository's own help center, and over it articles
 * and notices that only tests need, such as a notice of a day far ahead.
 */
export function layOutContent(): void {
  fs.rmSync(own, { recursive: true, force: true });
  fs.cpSync(path.join(root, 'content'), own, { recursive: true, preserveTimestamps: true });
  fs.cpSync(path.join(root, 'tests', 'e2e', 'content'), own, { recursive: true });
}
