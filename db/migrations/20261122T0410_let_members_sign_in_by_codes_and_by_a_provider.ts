import type { Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // Whoever has a row here is asked for a code at every sign-in.
  await db.schema
    .createTable('two_factors')
    .addColumn('member_id', 'integer', (column) =>
      column.primaryKey().references('members.id').onDelete('cascade'),
    )
    // Sealed: what lies in a backup is of no use without the instance's key.
    .addColumn('sealed_secret', 'text', (column) => column.notNull())
    // The time step of the last code that was accepted, counted in half minutes since 1970.
    .addColumn('last_step', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .execute();

  // Each is good once; used ones are gone.
  await db.schema
    .createTable('recovery_codes')
    .addColumn('code_hash', 'text', (column) => column.primaryKey())
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('recovery_codes_member_id_index')
    .on('recovery_codes')
    .column('member_id')
    .execute();

  // Who has done the first step of signing in and owes the second; no session exists meanwhile.
  await db.schema
    .createTable('second_steps')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute();
  for (const column of ['member_id', 'expires_at']) {
    await db.schema
      .createIndex(`second_steps_${column}_index`)
      .on('second_steps')
      .column(column)
      .execute();
  }

  // Under which names providers of single sign-on know a member.
  await db.schema
    .createTable('member_identities')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('member_identities_pkey', ['issuer', 'subject'])
    .execute();
  await db.schema
    .createIndex('member_identities_member_id_index')
    .on('member_identities')
    .column('member_id')
    .execute();
}
