import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { acceptanceTime } from '#src/features/measures/acceptance-time.store.ts';
import { answeredShare } from '#src/features/measures/answered-share.store.ts';
import { firstAnswerTime } from '#src/features/measures/first-answer-time.store.ts';
import { firstContactResolution } from '#src/features/measures/first-contact-resolution.store.ts';
import { kaplanMeier, waitingCurve } from '#src/features/measures/kaplan-meier.store.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();

const HOUR = 3600;
const waits = (list: [hours: number, isEnded: boolean][]) =>
  sql`(SELECT * FROM unnest(
    ${list.map(([hours]) => hours * HOUR)}::float8[], ${list.map(([, isEnded]) => isEnded)}::boolean[]
  ) AS given (seconds, is_ended))`;

describe('the Kaplan-Meier estimate', () => {
  // The eight questions of the manual, with two more that were answered within the first hour, so
  // that there are ten.
  const ten: [number, boolean][] = [
    [0.5, true],
    [0.5, true],
    [1, true],
    [2, true],
    [2, true],
    [3, false],
    [5, true],
    [6, false],
    [8, true],
    [24, false],
  ];

  test('counts the open ones in', async () => {
    // After 0.5 h 8/10, 1 h 7/10, 2 h 7/10 × 5/7 = 50 %: the median. Then 5 h 37.5 %, 8 h 18.75 %.
    expect(await kaplanMeier(db, waits(ten))).toEqual({
      n: 10,
      ended: 7,
      median: {
        seconds: 2 * HOUR,
        // Lower band 0.8·exp(−1.96·√(2/80)) = 0.587, at 1 h 0.7·exp(−1.96·√(3/70)) = 0.467.
        low: 1 * HOUR,
        // Upper band at 5 h 0.375·exp(1.96·√(1/10 + 1/12 × 4/4)) and after stays above one half.
        high: null,
      },
      // The curve never comes down to one tenth.
      p90: { seconds: null, low: 8 * HOUR, high: null },
    });
  });

  test('comes down to nothing when all have ended', async () => {
    const all = Array.from({ length: 10 }, (_, index): [number, boolean] => [index + 1, true]);
    expect(await kaplanMeier(db, waits(all))).toMatchObject({
      n: 10,
      ended: 10,
      median: { seconds: 5 * HOUR },
      p90: { seconds: 9 * HOUR },
    });
  });

  test('says nothing below ten cases, and nothing of waits that have not ended', async () => {
    expect(await kaplanMeier(db, waits(ten.slice(0, 9)))).toEqual({
      n: 9,
      ended: 7,
      median: null,
      p90: null,
    });
    const open = ten.map(([hours]): [number, boolean] => [hours, false]);
    expect(await kaplanMeier(db, waits(open))).toEqual({
      n: 10,
      ended: 0,
      median: { seconds: null, low: null, high: null },
      p90: { seconds: null, low: null, high: null },
    });
  });
});

describe('the curve of those still waiting', () => {
  test('has a step for each end, and goes on to the last that was watched', async () => {
    const curve = await waitingCurve(
      db,
      waits([
        [1, true],
        [2, false],
        [3, true],
        [3, true],
        [5, false],
      ]),
    );
    // After 1 h 4/5; after 3 h 4/5 × 1/3, since the one of 2 h is watched no more.
    expect(curve).toEqual([
      { seconds: 0, share: 1 },
      { seconds: HOUR, share: expect.closeTo(0.8, 9) },
      { seconds: 3 * HOUR, share: expect.closeTo(4 / 15, 9) },
      { seconds: 5 * HOUR, share: expect.closeTo(4 / 15, 9) },
    ]);
  });

  test('stays level while none has ended, and is nothing but its start without a case', async () => {
    expect(await waitingCurve(db, waits([[4, false]]))).toEqual([
      { seconds: 0, share: 1 },
      { seconds: 4 * HOUR, share: 1 },
    ]);
    expect(await waitingCurve(db, waits([]))).toEqual([{ seconds: 0, share: 1 }]);
  });

  test('has at most two hundred points, and its end among them', async () => {
    const many = Array.from({ length: 1000 }, (_, at): [number, boolean] => [at + 1, true]);
    const curve = await waitingCurve(db, waits(many));
    expect(curve.length).toBeGreaterThan(150);
    expect(curve.length).toBeLessThanOrEqual(200);
    expect(curve.at(-1)).toEqual({ seconds: 1000 * HOUR, share: 0 });
  });
});

describe('questions', () => {
  const now = new Date('2026-11-10T00:00:00Z');
  const scope = { from: '2026-11-01', to: '2026-11-10' };
  let id = 0;

  const at = (hours: number) => new Date(Date.UTC(2026, 10, 2) + hours * HOUR * 1000);

  /** A question of 2 November; answers by hours, negative ones by the asker. */
  async function question(
    answers: number[],
    more: { accepted?: [answer: number, hours: number]; hidden?: true; of?: number } = {},
  ) {
    id += 1;
    await sql`
      INSERT INTO questions (id, author_id, body, html, created_at, locale, category, title, tags,
        active_at, hidden_at, hidden_for, duplicate_of_id)
      OVERRIDING SYSTEM VALUE
      VALUES (${id}, 1, 'x', 'x', ${at(0)}, 'en', 'using', ${`Question ${id}`}, '{}', ${at(0)},
        ${more.hidden ? at(0) : null}, ${more.hidden ? 'moderator' : null}, ${more.of ?? null})`.execute(
      db,
    );
    for (const [index, hours] of answers.entries()) {
      await sql`
        INSERT INTO answers (id, question_id, author_id, body, html, created_at)
        OVERRIDING SYSTEM VALUE
        VALUES (${id * 100 + index}, ${id}, ${hours < 0 ? 1 : 2}, 'x', 'x', ${at(Math.abs(hours))})`.execute(
        db,
      );
    }
    if (more.accepted) {
      const [answer, hours] = more.accepted;
      await sql`
        UPDATE questions SET accepted_answer_id = ${id * 100 + answer}, accepted_at = ${at(hours)},
          accepted_by_id = 1 WHERE id = ${id}`.execute(db);
    }
    return id;
  }

  beforeAll(async () => {
    await sql`
      INSERT INTO members (id, handle, name, email, locale, created_at) OVERRIDING SYSTEM VALUE
      VALUES (1, 'asker', 'Asker', 'a@example.com', 'en', ${at(0)}),
        (2, 'helper', 'Helper', 'h@example.com', 'en', ${at(0)})`.execute(db);
    const first = await question([1, 5], { accepted: [0, 2] });
    await question([2, 4], { accepted: [1, 6] });
    await question([-1, 3], { accepted: [1, 4] });
    await question([-1]);
    await question([]);
    await question([8]);
    await question([10]);
    await question([12]);
    await question([20], { accepted: [0, 30] });
    await question([100]);
    // Not there for readers, or told elsewhere.
    await question([1], { accepted: [0, 1], hidden: true });
    await question([1], { of: first });
  });

  test('answered share: by somebody else', async () => {
    expect(await answeredShare(db, scope, now)).toMatchObject({ count: 8, n: 10 });
    expect(await answeredShare(db, { ...scope, locale: 'de' }, now)).toMatchObject({ n: 0 });
  });

  test('first-contact resolution: the first answer was accepted', async () => {
    // Of eight answered ones the first, the third and the ninth.
    expect(await firstContactResolution(db, scope, now)).toEqual({ count: 3, n: 8, share: null });
  });

  test('times to the first answer and to the accepted one', async () => {
    expect(await firstAnswerTime(db, scope, now)).toMatchObject({
      n: 10,
      ended: 8,
      // 1, 2, 3, 8 and 10 hours: after the fifth, half are still waiting.
      median: { seconds: 10 * HOUR },
      p90: { seconds: null },
    });
    expect(await acceptanceTime(db, scope, now)).toMatchObject({
      n: 10,
      ended: 4,
      median: { seconds: null },
    });
  });
});
