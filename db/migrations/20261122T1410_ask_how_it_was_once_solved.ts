import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<any>): Promise<void> {
  // Whoever was asked once is not asked again about the same, whether they answered or not.
  await db.schema
    .createTable('surveys_asked')
    .addColumn('occasion', 'text', (column) => column.primaryKey())
    .addColumn('asked_at', 'timestamptz', (column) => column.notNull())
    .execute();

  await sql`
    create table survey_answers (
      id integer generated always as identity primary key,
      kind text not null check (kind in ('csat', 'ces')),
      moment text not null check (moment in ('accepted', 'contact-closed', 'solved')),
      -- One occasion, one answer; a second one takes its place.
      occasion text not null,
      -- No references: what was said outlives what it was about.
      question_id integer,
      request_id integer,
      -- Keyed hash; null for those who ask not to be counted, whose own answer counts all the same.
      visitor text,
      locale text not null,
      score smallint not null check (score between 1 and case kind when 'csat' then 5 else 7 end),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      unique (kind, occasion)
    )`.execute(db);
  await sql`create index survey_answers_created_at_index on survey_answers (created_at)`.execute(
    db,
  );
}
