import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { ces } from '#src/features/measures/ces.store.ts';
import { csat } from '#src/features/measures/csat.store.ts';
import { surveyResponse } from '#src/features/measures/survey-response.store.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const scope = { from: '2026-11-01', to: '2026-11-10' };
let occasion = 0;

/** So many answers of each score, from 1 up. */
async function answers(
  kind: 'csat' | 'ces',
  row: number[],
  { moment = 'contact-closed', locale = 'en', day = '2026-11-05' } = {},
) {
  for (const [at, count] of row.entries()) {
    for (let one = 0; one < count; one += 1) {
      occasion += 1;
      await sql`
        INSERT INTO survey_answers (kind, moment, occasion, locale, score, created_at, updated_at)
        VALUES (${kind}, ${moment}, ${`request-${occasion}`}, ${locale}, ${at + 1}, ${day}::date,
          ${day}::date)`.execute(db);
    }
  }
}

beforeEach(async () => {
  await sql`TRUNCATE survey_answers, surveys_asked`.execute(db);
  occasion = 0;
});

test('CSAT of the 42 answers of the manual: 74 %, 59 to 85 %', async () => {
  await answers('csat', [3, 2, 6, 11, 20]);
  await answers('csat', [9, 9, 9, 9, 9], { day: '2026-10-31' });
  await answers('ces', [1, 1, 1, 1, 1, 1, 1]);
  expect(await csat(db, scope)).toEqual({
    good: {
      count: 31,
      n: 42,
      share: {
        value: expect.closeTo(0.738, 3),
        low: expect.closeTo(0.589, 3),
        high: expect.closeTo(0.847, 3),
      },
    },
    row: [3, 2, 6, 11, 20],
  });
});

test('CES of the 30 answers of the manual: 77 %, 59 to 88 %', async () => {
  await answers('ces', [1, 2, 1, 3, 5, 8, 10]);
  expect(await ces(db, scope)).toEqual({
    good: {
      count: 23,
      n: 30,
      share: {
        value: expect.closeTo(0.767, 3),
        low: expect.closeTo(0.591, 3),
        high: expect.closeTo(0.882, 3),
      },
    },
    row: [1, 2, 1, 3, 5, 8, 10],
  });
});

test('below ten answers there is no share, and moments and languages are told apart', async () => {
  await answers('csat', [0, 0, 1, 0, 4], { moment: 'accepted' });
  await answers('csat', [2, 0, 0, 0, 0], { locale: 'de' });
  expect((await csat(db, scope)).good).toEqual({ count: 4, n: 7, share: null });
  expect((await csat(db, scope, 'accepted')).row).toEqual([0, 0, 1, 0, 4]);
  expect((await csat(db, { ...scope, locale: 'de' })).row).toEqual([2, 0, 0, 0, 0]);
});

test('of those who were asked, how many answered, where that is known', async () => {
  await answers('csat', [0, 0, 0, 1, 2]);
  await sql`
    INSERT INTO surveys_asked (occasion, asked_at)
    SELECT 'request-' || one, '2026-11-04'::date FROM generate_series(1, 5) AS one
    UNION ALL SELECT 'question-1', '2026-11-04'::date
    UNION ALL SELECT 'request-99', '2026-10-04'::date`.execute(db);
  expect(await surveyResponse(db, 'csat', scope, 'contact-closed')).toMatchObject({
    count: 3,
    n: 5,
  });
  expect(await surveyResponse(db, 'ces', scope, 'contact-closed')).toMatchObject({
    count: 0,
    n: 5,
  });
  expect(await surveyResponse(db, 'csat', scope, 'accepted')).toMatchObject({ count: 0, n: 1 });
  expect(await surveyResponse(db, 'ces', scope, 'solved')).toBeNull();
  expect(await surveyResponse(db, 'csat', { ...scope, locale: 'en' }, 'contact-closed')).toBeNull();
});
