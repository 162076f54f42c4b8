import { type Kysely, sql, type Transaction } from 'kysely';

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/** Takes the references between tables away while rows come in, in whatever order; then checks them all. */
export async function withoutForeignKeys<Result>(
  trx: Transaction<any>,
  fill: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await sql<ForeignKey>`
    select relname as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
  `.execute(trx);
  for (const { table, name } of rows) {
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(trx);
  }
  const result = await fill();
  for (const { table, name, definition } of rows) {
    await sql`
      alter table ${sql.table(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}
    `.execute(trx);
  }
  return result;
}

/** Columns that take a value, in their order. */
export async function writableColumns(db: Kysely<any>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${`public.${table}`}::regclass
      and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum
  `.execute(db);
  return rows.map(({ name }) => name);
}

/** @param rows each as JSON text */
export async function insertRows(
  db: Kysely<any>,
  table: string,
  columns: string[],
  rows: string[],
): Promise<void> {
  const list = sql.join(columns.map((column) => sql.id(column)));
  const all = `[${rows.join()}]`;
  await sql`
    insert into ${sql.table(table)} (${list}) overriding system value
    select ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${all}::jsonb)
  `.execute(db);
}

/** Lets numbering go on after the highest number that came in. */
export async function moveSequences(
  db: Kysely<any>,
  table: string,
  columns: string[],
): Promise<void> {
  for (const column of columns) {
    const { rows } = await sql<{ sequence: string | null }>`
      select pg_get_serial_sequence(${table}, ${column}) as sequence
    `.execute(db);
    const sequence = rows[0]?.sequence;
    if (!sequence) continue;
    const highest = sql`max(${sql.id(column)})`;
    await sql`
      select setval(${sequence}, greatest(${highest}, 1), ${highest} is not null)
      from ${sql.table(table)}
    `.execute(db);
  }
}
