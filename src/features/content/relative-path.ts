import path from 'node:path';

/** The path from one file of the content folder to another, as one writes it in Markdown. */
export function relativePath(fromFile: string, toFile: string): string {
  const relative = path.posix.relative(path.posix.dirname(fromFile), toFile);
  const slash = toFile.endsWith('/') ? '/' : '';
  return (relative.startsWith('.') ? relative : `./${relative}`) + slash;
}
