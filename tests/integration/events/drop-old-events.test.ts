import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { dropOldEvents } from '#src/features/events/drop-old-events.ts';
import { makeEventMonths } from '#src/features/events/make-event-months.ts';
import { rollUpEvents } from '#src/features/events/roll-up-events.ts';
import { sampleEvents, view } from '#tests/support/sample-events.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();

test('months older than the setting go, with what never had a month; their counts stay', async () => {
  await makeEventMonths(db, new Date('2026-01-15T12:00:00Z'));
  await sampleEvents(db, [
    view('ann', '2025-11-30T10:00:00Z', 1, 20),
    view('ann', '2026-01-31T10:00:00Z', 1, 20),
    view('ann', '2026-02-01T10:00:00Z', 1, 20),
  ]);
  const now = new Date('2026-03-02T12:00:00Z');
  await rollUpEvents(db, now);
  expect(await dropOldEvents(db, 1, now)).toEqual(['2026-01-01']);
  const { rows } = await sql<{ day: string }>`
    SELECT to_char(at, 'YYYY-MM-DD') AS day FROM events`.execute(db);
  expect(rows).toEqual([{ day: '2026-02-01' }]);
  const counted = await sql<{
    reads: string;
  }>`SELECT sum(reads) AS reads FROM article_days`.execute(db);
  expect(counted.rows).toEqual([{ reads: '3' }]);
  expect(await dropOldEvents(db, 1, now)).toEqual([]);
});
