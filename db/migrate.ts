import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Kysely } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';

const folder = path.join(import.meta.dirname, 'migrations');

/**
 * Brings the database to the newest form. Safe to call from several processes at once: they wait
 * for each other, and each migration runs once.
 * @param upTo name of the last migration to run; all of them unless told
 * @returns names of the migrations that ran now, in order
 * @throws the first migration's error; what ran in this call is rolled back with it
 */
export async function migrate(db: Kysely<any>, upTo?: string): Promise<string[]> {
  const provider = new FileMigrationProvider({
    fs,
    path,
    migrationFolder: folder,
    import: (file) => import(pathToFileURL(file).href),
  });
  // By the schema's name, or the tables of a schema that `restore` has put aside would count.
  const migrator = new Migrator({ db, provider, migrationTableSchema: 'public' });
  const { error, results = [] } =
    upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo);
  const failed = results.find(({ status }) => status === 'Error');
  if (failed) throw new Error(`migration ${failed.migrationName} failed`, { cause: error });
  if (error) throw error;
  return results.map(({ migrationName }) => migrationName);
}
