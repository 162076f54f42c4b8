import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { NotFound } from '#src/server/errors.ts';
import type { FileStore } from '#src/server/file-store.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import { type ArchivedFile, zip } from '#src/server/zip.ts';
import type { Actor } from './actor.ts';
import { ARCHIVES_PER_DAY } from './limits.ts';
import { findAccount } from './members.store.ts';
import type { OwnRecords } from './own-records.ts';
import { listOwnRecords, type Owner } from './own-records.store.ts';
import { listUploadsOf } from './uploads.store.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** One JSON object: a table after the other, so that the longest of them is all that is in memory. */
async function* tablesOf(
  db: Kysely<Database>,
  records: OwnRecords[],
  owner: Owner,
  now: Date,
): AsyncGenerator<Uint8Array> {
  yield bytesOf(`{\n"exported_at": ${JSON.stringify(now)}`);
  for (const one of records) {
    const rows = await listOwnRecords(db, one, owner);
    const lines = rows.map((row) => `\n  ${JSON.stringify(row)}`).join(',');
    yield bytesOf(`,\n${JSON.stringify(one.table)}: [${lines}${lines && '\n'}]`);
  }
  yield bytesOf('\n}\n');
}

async function* filesOf(
  db: Kysely<Database>,
  files: FileStore,
  records: OwnRecords[],
  owner: Owner,
  now: Date,
): AsyncGenerator<ArchivedFile> {
  yield { name: 'helpmark-data.json', content: tablesOf(db, records, owner, now) };
  for (const { name } of await listUploadsOf(db, owner.id)) {
    const bytes = await files.get(name);
    if (bytes) yield { name: `uploads/${name}`, content: [bytes], isPacked: true };
  }
}

/**
 * All that is kept about a member, as a ZIP that is made while it is read.
 * @param records of all rooms
 * @throws NotFound when the account was deleted a moment ago, TooMany
 */
export async function makeArchive(
  db: Kysely<Database>,
  files: FileStore,
  actor: Actor,
  records: OwnRecords[],
  now: Date,
): Promise<AsyncIterable<Uint8Array>> {
  await useLimits(db, [[ARCHIVES_PER_DAY, String(actor.id)]]);
  const account = await findAccount(db, actor.id);
  if (!account) throw new NotFound();
  return zip(filesOf(db, files, records, account, now), now);
}
