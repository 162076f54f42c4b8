import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Env } from './env.ts';

type Place = Pick<Env, 'BUILD_DIR' | 'INSTANCE'>;

/** Every build of every instance lies here; `BUILD_DIR` is a link to the instance's newest. */
const shelf = ({ BUILD_DIR }: Place) => path.join(path.dirname(BUILD_DIR), '.builds');
const mine = ({ INSTANCE }: Place) => new RegExp(`^${INSTANCE}\\.\\d+-[0-9a-f]+$`);

/** An empty folder for a build that nobody sees before it is published. */
export function newBuildFolder(env: Place): string {
  const name = `${env.INSTANCE}.${Date.now()}-${randomBytes(3).toString('hex')}`;
  const folder = path.join(shelf(env), name);
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}

/** The newest whole build of this instance: the folder itself, which a later build leaves alone. */
export function publishedBuild({ BUILD_DIR }: Place): string | undefined {
  try {
    return fs.realpathSync(BUILD_DIR);
  } catch {
    return undefined;
  }
}

/**
 * Makes a build the instance's newest, in one step, so that it is seen whole or not at all. The
 * build before it stays for servers that have not noticed yet; older ones and failed ones go.
 */
export function publishBuild(env: Place, folder: string): void {
  const before = publishedBuild(env);
  const link = `${folder}.link`;
  fs.symlinkSync(path.relative(path.dirname(env.BUILD_DIR), folder), link, 'junction');
  if (fs.lstatSync(env.BUILD_DIR, { throwIfNoEntry: false })?.isDirectory()) {
    fs.rmSync(env.BUILD_DIR, { recursive: true });
  }
  fs.renameSync(link, env.BUILD_DIR);
  for (const name of fs.readdirSync(shelf(env))) {
    const old = path.join(shelf(env), name);
    if (mine(env).test(name) && old !== folder && old !== before) {
      try {
        fs.rmSync(old, { recursive: true, force: true });
      } catch {
        // Another account's, such as root's: it wastes space and does no harm.
      }
    }
  }
}
