import fs from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** What a file in `seeds/` exports. */
interface Seed {
  /** @param now the moment that everything sown is dated by */
  sow(trx: Transaction<Database>, now: Date): Promise<void>;
}

const folder = path.join(import.meta.dirname, 'seeds');

async function listSeeds(): Promise<string[]> {
  const names = await fs.readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.ts')).sort();
}

/**
 * Sows every seed that was not sown before: each once in the life of a database, whole or not at
 * all, also when several processes start together.
 * @returns names of the seeds that were sown now
 */
export async function seedOnce(db: Kysely<Database>, now: Date): Promise<string[]> {
  const sown: string[] = [];
  for (const file of await listSeeds()) {
    const name = path.parse(file).name;
    const { sow } = (await import(pathToFileURL(path.join(folder, file)).href)) as Seed;
    await db.transaction().execute(async (trx) => {
      // A second process waits here for the first one's transaction, then finds the name taken.
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('seeds')
        .values({ name, sown_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (!numInsertedOrUpdatedRows) return;
      await sow(trx, now);
      sown.push(name);
    });
  }
  return sown;
}
