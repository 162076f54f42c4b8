import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Kysely, sql, type Transaction } from 'kysely';
import { type DumpLine, writeLine } from './dump-lines.ts';
import { listMigrations, listTables } from './tables.ts';

const batch = 1000;

async function* linesOf(trx: Transaction<any>): AsyncGenerator<string> {
  const line = (content: DumpLine) => writeLine(content);
  yield line(['helpmark', 1, await listMigrations(trx)]);
  let total = 0;
  for (const table of await listTables(trx)) {
    yield line(['table', table]);
    await sql`
      declare dumped no scroll cursor for select to_jsonb(t)::text as row from ${sql.table(table)} t
    `.execute(trx);
    for (;;) {
      const { rows } = await sql<{ row: string }>`fetch ${sql.lit(batch)} from dumped`.execute(trx);
      if (rows.length === 0) break;
      total += rows.length;
      yield rows.map(({ row }) => `${row}\n`).join('');
    }
    await sql`close dumped`.execute(trx);
  }
  yield line(['end', total]);
}

/**
 * Writes all data, as of one moment, while the site goes on serving: gzipped JSON, one row a line.
 * Ours, since the PostgreSQL from npm comes without pg_dump.
 * @param file appears only when it is whole
 */
export async function dump(db: Kysely<any>, file: string): Promise<void> {
  const draft = `${file}.partial`;
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (trx) => {
        const target = createWriteStream(draft, { mode: 0o600, flush: true });
        await pipeline(Readable.from(linesOf(trx)), createGzip(), target);
      });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
