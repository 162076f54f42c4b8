import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // Whoever stops following a question does not follow it again for writing on it once more.
  await db.schema
    .createTable('question_unfollows')
    .addColumn('question_id', 'integer', (column) =>
      column.notNull().references('questions.id').onDelete('cascade'),
    )
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('question_unfollows_pkey', ['question_id', 'member_id'])
    .execute();
  await db.schema
    .createIndex('question_unfollows_member_id_index')
    .on('question_unfollows')
    .column('member_id')
    .execute();

  await db.schema
    .alterTable('members')
    // Whether they follow the questions that they write on.
    .addColumn('follows_own', 'boolean', (column) => column.notNull().defaultTo(true))
    // When a session of theirs was opened or prolonged last.
    .addColumn('seen_at', 'timestamptz')
    .execute();

  // How often a member gets mail for a reason, where they have chosen.
  await db.schema
    .createTable('mail_choices')
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('pace', 'text', (column) =>
      column.notNull().check(sql`pace in ('now', 'daily', 'weekly', 'never')`),
    )
    .addPrimaryKeyConstraint('mail_choices_pkey', ['member_id', 'reason'])
    .execute();

  await db.schema
    .createTable('notifications')
    .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('member_id', 'integer', (column) =>
      column.notNull().references('members.id').onDelete('cascade'),
    )
    // Names what happened, such as `answer-12`; each member hears of it once.
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('question_id', 'integer', (column) =>
      column.references('questions.id').onDelete('cascade'),
    )
    .addColumn('answer_id', 'integer', (column) =>
      column.references('answers.id').onDelete('cascade'),
    )
    .addColumn('comment_id', 'integer', (column) =>
      column.references('comments.id').onDelete('cascade'),
    )
    .addColumn('by_id', 'integer', (column) => column.references('members.id').onDelete('cascade'))
    // What a moderator decided, and why.
    .addColumn('deed', 'text')
    .addColumn('note', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('read_at', 'timestamptz')
    // When a mail is to tell of it; taken away once one does, or none has to any more.
    .addColumn('mail_at', 'timestamptz')
    .addUniqueConstraint('notifications_member_id_event_unique', ['member_id', 'event'])
    .execute();
  await db.schema
    .createIndex('notifications_member_id_id_index')
    .on('notifications')
    .columns(['member_id', 'id desc'])
    .execute();
  await sql`create index notifications_unread_index on notifications (member_id, question_id) where read_at is null`.execute(
    db,
  );
  await sql`create index notifications_mail_at_index on notifications (mail_at) where mail_at is not null`.execute(
    db,
  );
  // What it leads to may go, and takes it along.
  for (const column of ['question_id', 'answer_id', 'comment_id', 'by_id', 'created_at']) {
    await db.schema
      .createIndex(`notifications_${column}_index`)
      .on('notifications')
      .column(column)
      .execute();
  }

  // Mails with the same thread stand together in a mailbox.
  await db.schema.alterTable('mails').addColumn('thread', 'text').execute();
}
