import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Does something in a transaction of its own, or as a part of the one that `db` is. */
export function inTransaction<Result>(
  db: Kysely<Database> | Transaction<Database>,
  deed: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return db.isTransaction ? deed(db as Transaction<Database>) : db.transaction().execute(deed);
}
