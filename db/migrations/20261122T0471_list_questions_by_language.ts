import { sql, type Kysely } from 'kysely';

const SHOWN = 'hidden_at is null and deleted_at is null and duplicate_of_id is null';

/** What each list goes by. */
const LISTS = {
  newest: { by: 'created_at desc', where: SHOWN },
  active: { by: 'active_at desc', where: SHOWN },
  helpful: { by: 'score desc', where: SHOWN },
  unanswered: { by: 'created_at desc', where: `answer_count = 0 and ${SHOWN}` },
};

export async function up(db: Kysely<any>): Promise<void> {
  // Each list is read in one language, or in several that are put together from the first few of
  // each: so one set of indexes does for both.
  for (const [name, { by, where }] of Object.entries(LISTS)) {
    for (const [end, columns] of [
      ['', 'locale'],
      ['_of_category', 'locale, category'],
    ]) {
      const index = sql.raw(`questions_${name}${end}_index`);
      await sql`drop index ${index}`.execute(db);
      await sql`create index ${index} on questions (${sql.raw(`${columns}, ${by}`)}, id desc) where ${sql.raw(where)}`.execute(
        db,
      );
    }
  }
}
