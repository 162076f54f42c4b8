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
 * build before it stays for servers that have not noticed yet.
 */
export function publishBuild(env: Place, folder: string): void {
  const link = `${folder}.link`;
  fs.symlinkSync(path.relative(path.dirname(env.BUILD_DIR), folder), link, 'junction');
  if (fs.lstatSync(env.BUILD_DIR, { throwIfNoEntry: false })?.isDirectory()) {
    fs.rmSync(env.BUILD_DIR, { recursive: true });
  }
  fs.renameSync(link, env.BUILD_DIR);
}

/**
 * Deletes the instance's builds, failed ones too, but the newest and the one before it. Called
 * after a build, never before or during one: ext4 looks at every place that was deleted of late
 * before it creates a file, which then takes ten times as long (`recently_deleted` in its ialloc.c).
 * @param before folder of the build that was published last before the newest
 */
export async function removeOldBuilds(env: Place, before: string | undefined): Promise<void> {
  const newest = publishedBuild(env);
  const old = fs
    .readdirSync(shelf(env))
    .filter((name) => mine(env).test(name))
    .map((name) => path.join(shelf(env), name))
    .filter((folder) => folder !== newest && folder !== before);
  // Another account's, such as root's, stay: they waste space and do no harm.
  await Promise.all(
    old.map((folder) => fs.promises.rm(folder, { recursive: true, force: true }).catch(() => {})),
  );
}
