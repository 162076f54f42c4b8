import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { createDatabase } from '#src/server/database.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db, url } = await testDatabase();

it('has nothing left to do on a migrated database', async () => {
  expect(await migrate(db)).toEqual([]);
});

it('runs each migration once when several processes start together', async () => {
  await sql`drop schema public cascade`.execute(db);
  await sql`create schema public`.execute(db);
  const processes = [1, 2, 3, 4].map(() => createDatabase(url, { connections: 2 }));
  const ran = await Promise.all(processes.map((one) => migrate(one)));
  await Promise.all(processes.map((one) => one.destroy()));
  expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
  expect(await migrate(db)).toEqual([]);
});
