import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { afterAll, inject } from 'vitest';
import type { Database } from '#db/schema.ts';
import { createDatabase } from '#src/server/database.ts';
import { onServer, templateName } from './template.ts';

/**
 * A migrated, empty database of a test file's own: a copy of the template, dropped at the end.
 * Call it once at the top of the file: `const { db } = await testDatabase();`
 */
export async function testDatabase(): Promise<{ db: Kysely<Database>; url: string }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = createDatabase(inject('databaseUrl'), { connections: 1 });
  await sql`create database ${sql.id(name)} template ${sql.id(templateName)}`.execute(server);
  const url = onServer(inject('databaseUrl'), name);
  const db = createDatabase(url);
  afterAll(async () => {
    await db.destroy();
    await sql`drop database ${sql.id(name)} with (force)`.execute(server);
    await server.destroy();
  });
  return { db, url };
}
