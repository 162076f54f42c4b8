import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { allOwnRecords } from '#src/actions/all-own-records.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();

/** Columns that name a member and make the row none of theirs, and why. */
const NOT_THEIRS: Record<string, string> = {
  'questions.accepted_by_id': 'a deed on a question that may be of somebody else',
  'questions.deleted_by_id': 'who took down a text, which is in its author’s archive',
  'answers.deleted_by_id': 'who took down a text, which is in its author’s archive',
  'comments.deleted_by_id': 'who took down a text, which is in its author’s archive',
  'review_items.accepted_by_id': 'kept to undo what hid an answer',
  'review_items.claimed_by_id': 'the work of a moderator',
  'review_items.decided_by_id': 'the work of a moderator; it is in the log of events',
  'sanctions.by_id': 'the work of a moderator; it is in the log of events',
  'sanctions.lifted_by_id': 'the work of a moderator; it is in the log of events',
  'moderation_events.undone_by_id': 'whoever undid it has an event of their own',
  'contact_requests.closed_by_id': 'the work of staff',
  'contact_state_changes.by_id': 'the work of staff',
  'link_reviews.reviewed_by_id': 'the work of staff, on what somebody else wrote',
  'insight_states.by_id': 'the work of staff',
  'notifications.by_id': 'what somebody else was told',
};

test('every table that names a member is in their archive, or left out for a reason', async () => {
  const { rows } = await sql<{ named: string }>`
    SELECT constrained.relname || '.' || attname AS named
    FROM pg_constraint
    JOIN pg_class AS constrained ON constrained.oid = conrelid
    JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
    WHERE contype = 'f' AND confrelid = 'members'::regclass
    ORDER BY 1`.execute(db);
  const given = allOwnRecords.flatMap(({ table, by }) => by.map((column) => `${table}.${column}`));
  const forgotten = rows
    .map(({ named }) => named)
    .filter((named) => !given.includes(named) && !NOT_THEIRS[named]);
  expect(forgotten).toEqual([]);
  expect(Object.keys(NOT_THEIRS).filter((named) => given.includes(named))).toEqual([]);
});

test('every column of these tables is in the archive, or withheld for a reason', async () => {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    SELECT table_name AS table, json_agg(column_name::text) AS columns
    FROM information_schema.columns WHERE table_schema = 'public' GROUP BY 1`.execute(db);
  for (const { table, columns, withheld = {} } of allOwnRecords) {
    const there = rows.find((row) => row.table === table)?.columns ?? [];
    expect([...columns, ...Object.keys(withheld)].sort(), table).toEqual(there.sort());
  }
});

test('no key to an account is in the archive', () => {
  const keys = allOwnRecords.flatMap(({ table, columns }) =>
    columns
      .filter((column) => /hash|secret|token|code|_url$|_step/.test(column))
      .map((column) => `${table}.${column}`),
  );
  expect(keys).toEqual([]);
});
