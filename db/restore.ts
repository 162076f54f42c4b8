import { type Kysely, sql, type Transaction } from 'kysely';
import { DumpError, inspectDump, readLines } from './dump-lines.ts';
import { migrate } from './migrate.ts';
import { insertRows, moveSequences, withoutForeignKeys, writableColumns } from './refill.ts';
import { dropJobs } from './reset.ts';

const batch = 500;

async function insertAll(trx: Transaction<any>, file: string): Promise<number> {
  let table = '';
  let columns: string[] = [];
  let waiting: string[] = [];
  let total = 0;
  const flush = async () => {
    if (waiting.length > 0) await insertRows(trx, table, columns, waiting);
    total += waiting.length;
    waiting = [];
  };
  const finish = async () => {
    await flush();
    if (table) await moveSequences(trx, table, columns);
  };
  for await (const line of readLines(file)) {
    if (typeof line === 'string') {
      waiting.push(line);
      if (waiting.length === batch) await flush();
    } else if (line[0] === 'table') {
      await finish();
      table = line[1];
      columns = await writableColumns(trx, table);
    }
  }
  await finish();
  return total;
}

/** A database has each extension once: what is put aside and what takes its place share it. */
async function moveExtensions(db: Kysely<any>, from: string, to: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select extname as name from pg_extension where extnamespace = ${from}::regnamespace
  `.execute(db);
  for (const { name } of rows) {
    await sql`alter extension ${sql.id(name)} set schema ${sql.id(to)}`.execute(db);
  }
}

/**
 * A mail that the dump does not know to be sent may have been sent an hour later, and so may one
 * that was to be written then.
 */
async function doubtUnsentMails(db: Kysely<any>): Promise<void> {
  await sql`
    update mails set sending_at = created_at, error = 'it waited when the backup was made'
    where sent_at is null and sending_at is null
  `.execute(db);
  await sql`update notifications set mail_at = null where mail_at is not null`.execute(db);
}

/**
 * Puts the data of a dump in the place of whatever the database holds. What it held comes back
 * when anything fails. The site must not run meanwhile.
 * @returns number of rows
 * @throws DumpError when the file is no whole dump, or one of a newer Helpmark
 */
export async function restore(db: Kysely<any>, file: string): Promise<number> {
  const migrations = await inspectDump(file);
  await sql`drop schema if exists before_restore cascade`.execute(db);
  await sql`alter schema public rename to before_restore`.execute(db);
  try {
    await sql`create schema public`.execute(db);
    await moveExtensions(db, 'before_restore', 'public');
    const done = await migrate(db, migrations.at(-1));
    if (done.length !== migrations.length || done.some((name, at) => name !== migrations[at])) {
      throw new DumpError(
        `${file} was made by another version of Helpmark, which this one does not know`,
      );
    }
    const rows = await db
      .transaction()
      .execute((trx) => withoutForeignKeys(trx, () => insertAll(trx, file)));
    await migrate(db);
    await doubtUnsentMails(db);
    await dropJobs(db);
    await sql`drop schema before_restore cascade`.execute(db);
    return rows;
  } catch (error) {
    await db.transaction().execute(async (trx) => {
      await moveExtensions(trx, 'public', 'before_restore');
      await sql`drop schema public cascade`.execute(trx);
      await sql`alter schema before_restore rename to public`.execute(trx);
    });
    throw error;
  }
}
