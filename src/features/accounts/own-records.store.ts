import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { OwnRecords } from './own-records.ts';

/** Whose records; the address as it is now. */
export interface Owner {
  id: number;
  email: string;
}

const isOf = ({ by, isByEmail }: OwnRecords, { id, email }: Owner) =>
  sql.join(
    by.map((column) =>
      isByEmail
        ? sql`lower(${sql.ref(column)}) = lower(${email})`
        : sql`${sql.ref(column)} = ${id}`,
    ),
    sql` OR `,
  );

/** What a table holds of a member, in its order. */
export async function listOwnRecords(
  db: Kysely<Database>,
  records: OwnRecords,
  owner: Owner,
): Promise<unknown[]> {
  const { table, columns } = records;
  if (columns.length === 0) return [];
  const { rows } = await sql`
    SELECT ${sql.join(columns.map((column) => sql.ref(column)))} FROM ${sql.table(table)}
    WHERE ${isOf(records, owner)} ORDER BY ctid`.execute(db);
  return rows;
}

export async function deleteOwnRecords(
  trx: Transaction<Database>,
  records: OwnRecords,
  owner: Owner,
): Promise<void> {
  await sql`DELETE FROM ${sql.table(records.table)} WHERE ${isOf(records, owner)}`.execute(trx);
}
