import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Kysely } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';

const folder = path.join(import.meta.dirname, 'migrations');

/**
 * Brings the database to the newest form. Safe to call from several processes at once: they wait
 * for each other, and each migration runs once.
 * @returns names of the migrations that ran now, in order
 * @throws the first migration's error; what ran in this call is rolled back with it
 */
export async function migrate(db: Kysely<any>): Promise<string[]> {
  const provider = new FileMigrationProvider({
    fs,
    path,
    migrationFolder: folder,
    import: (file) => import(pathToFileURL(file).href),
  });
  const { error, results = [] } = await new Migrator({ db, provider }).migrateToLatest();
  const failed = results.find(({ status }) => status === 'Error');
  if (failed) throw new Error(`migration ${failed.migrationName} failed`, { cause: error });
  if (error) throw error;
  return results.map(({ migrationName }) => migrationName);
}
