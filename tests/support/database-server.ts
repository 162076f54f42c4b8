import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { TestProject } from 'vitest/node';
import { migrate } from '#db/migrate.ts';
import { createDatabase } from '#src/server/database.ts';
import { prepareJobs } from '#src/server/jobs.ts';
import { createLog } from '#src/server/log.ts';
import { startPostgres } from '#src/server/postgres.ts';
import { onServer, templateName } from './template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

/** Starts a PostgreSQL for the run, with one migrated database that the tests copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'helpmark-test-'));
  const postgres = await startPostgres(dataDir, createLog('warn'));
  const main = createDatabase(postgres.url);
  await sql`create database ${sql.id(templateName)}`.execute(main);
  await main.destroy();
  const template = createDatabase(onServer(postgres.url, templateName));
  await migrate(template);
  await prepareJobs(onServer(postgres.url, templateName));
  await template.destroy();
  project.provide('databaseUrl', postgres.url);
  return async () => {
    await postgres.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
}
