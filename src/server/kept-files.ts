import fs from 'node:fs';
import path from 'node:path';

/** A file that is kept from build to build. */
export interface KeptFile {
  /** Path below the folder. */
  name: string;
  /** Changes when anything does that the file is made of. */
  key: string;
  make(): Promise<string> | string;
}

/** Name → key of the files in a folder; absent while they are written. */
const KEYS = 'keys.json';

function readKeys(folder: string): Record<string, string> {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, KEYS), 'utf8')) as Record<string, string>;
  } catch {
    // Nobody knows what is in there.
    fs.rmSync(folder, { recursive: true, force: true });
    return {};
  }
}

/** Makes a folder hold these files and no others; of those it holds, only the changed are made anew. */
export async function keepFiles(folder: string, files: KeptFile[]): Promise<void> {
  const before = readKeys(folder);
  // A file half written must not pass for one that is up to date.
  fs.rmSync(path.join(folder, KEYS), { force: true });
  const wanted = new Map(files.map(({ name, key }) => [name, key]));
  const stale = Object.keys(before).filter((name) => !wanted.has(name));
  const changed = files.filter(({ name, key }) => before[name] !== key);
  for (const name of [...stale, ...changed.map((file) => file.name)]) {
    // Never written over: builds may share the file.
    fs.rmSync(path.join(folder, name), { force: true });
  }
  for (const { name, make } of changed) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, await make());
  }
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, KEYS), JSON.stringify(Object.fromEntries(wanted)));
}
