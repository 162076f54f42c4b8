import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('webhook_endpoints')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('events', sql`text[]`, (column) => column.notNull())
    // Sealed with the instance's key.
    .addColumn('sealed_secret', 'text', (column) => column.notNull())
    .addColumn('is_on', 'boolean', (column) => column.notNull().defaultTo(true))
    // Why it was switched off by itself; null where an admin did so.
    .addColumn('off_for', 'text', (column) => column.check(sql`off_for in ('failing', 'gone')`))
    // Since when nothing has arrived; null while things do.
    .addColumn('failing_since', 'timestamptz')
    // While it fails, only one delivery at a time knocks, until then at most.
    .addColumn('busy_until', 'timestamptz')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('webhook_deliveries')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('endpoint_id', 'integer', (column) =>
      column.notNull().references('webhook_endpoints.id').onDelete('cascade'),
    )
    .addColumn('event', 'text', (column) => column.notNull())
    // The same for all attempts, and for all endpoints.
    .addColumn('message_id', 'text', (column) => column.notNull())
    // What is told, as JSON; addresses in it begin with a slash.
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('tried_at', 'timestamptz')
    .addColumn('delivered_at', 'timestamptz')
    // Why the last attempt failed, and with which status.
    .addColumn('problem', 'text')
    .addColumn('status', 'integer')
    .addUniqueConstraint('webhook_deliveries_endpoint_id_message_id_unique', [
      'endpoint_id',
      'message_id',
    ])
    .execute();
  await db.schema
    .createIndex('webhook_deliveries_endpoint_id_id_index')
    .on('webhook_deliveries')
    .columns(['endpoint_id', 'id desc'])
    .execute();
}
