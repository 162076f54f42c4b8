import { sql, type Kysely } from 'kysely';

const SHOWN = 'hidden_at is null and deleted_at is null and duplicate_of_id is null';

/** What each list of all questions goes by. */
const LISTS = {
  newest: { by: 'created_at desc', where: SHOWN },
  active: { by: 'active_at desc', where: SHOWN },
  helpful: { by: 'score desc', where: SHOWN },
  unanswered: { by: 'created_at desc', where: `answer_count = 0 and ${SHOWN}` },
};

export async function up(db: Kysely<any>): Promise<void> {
  // A large community's take longer than a statement may else.
  await sql`set local statement_timeout = 0`.execute(db);
  // With the tags in them, a list of a tag passes over the others without reading their rows.
  for (const [name, { by, where }] of Object.entries(LISTS)) {
    const index = sql.raw(`questions_${name}_index`);
    await sql`drop index ${index}`.execute(db);
    await sql`create index ${index} on questions (locale, ${sql.raw(by)}, id desc)
      include (tags) where ${sql.raw(where)}`.execute(db);
  }
}
