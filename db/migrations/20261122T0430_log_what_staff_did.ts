import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('moderation_events')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('kind', 'text', (column) => column.notNull())
    // Absent when no person did it but a rule of the place.
    .addColumn('actor_id', 'integer', (column) => column.references('members.id'))
    .addColumn('noun', 'text', (column) =>
      column.notNull().check(sql`noun in ('question', 'answer', 'comment', 'member')`),
    )
    .addColumn('subject_id', 'integer', (column) => column.notNull())
    // The question that it is about, or whose answer or comment.
    .addColumn('question_id', 'integer', (column) => column.references('questions.id'))
    // Whom it was done to, or to whose text.
    .addColumn('member_id', 'integer', (column) => column.references('members.id'))
    .addColumn('reason', 'text')
    // What is needed to undo it.
    .addColumn('before', 'jsonb', (column) => column.notNull().defaultTo(sql`'{}'`))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('undone_at', 'timestamptz')
    .addColumn('undone_by_id', 'integer', (column) => column.references('members.id'))
    .execute();
  for (const column of ['kind', 'actor_id', 'question_id', 'member_id']) {
    await db.schema
      .createIndex(`moderation_events_${column}_index`)
      .on('moderation_events')
      .columns([column, 'id'])
      .execute();
  }
  await db.schema
    .createIndex('moderation_events_noun_subject_id_index')
    .on('moderation_events')
    .columns(['noun', 'subject_id', 'id'])
    .execute();
}
