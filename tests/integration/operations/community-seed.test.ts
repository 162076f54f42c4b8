import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedOnce } from '#db/seed.ts';
import { seedDeeds } from '#src/cli/seed-deeds.ts';
import { seedTools } from '#src/cli/seed-tools.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { decideItem } from '#src/features/moderation/decide-item.ts';
import { KINDS } from '#src/features/moderation/moderation-event.ts';
import { readLog } from '#src/features/moderation/read-log.ts';
import { readReviewItem } from '#src/features/moderation/read-review-item.ts';
import { readReviewQueue } from '#src/features/moderation/read-review-queue.ts';
import { readSummary } from '#src/features/moderation/read-summary.ts';
import { undoEvent } from '#src/features/moderation/undo-event.ts';
import { UNDOERS } from '#src/features/moderation/undoers.ts';
import { mailNotifications } from '#src/features/notifications/mail-notifications.ts';
import { readNotifications } from '#src/features/notifications/read-notifications.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { article } from '#tests/integration/feedback/sample-articles.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-22T12:00:00Z');
const DAY = 86_400_000;

const rules = [{ name: 'Medicine', words: ['without prescription'], for: 'new' as const }];

beforeAll(async () => {
  await syncArticles(db, [article({ category: 'writing', slug: 'snippets' })], 'en', now);
  // What the articles have to be followed for is no work of the example's.
  await sql`SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs`.execute(
    db,
  );
  await seedOnce(db, 'community', now, {
    ...seedTools({ DATA_DIR: '' }),
    actAs: (trx, actor, at) => seedDeeds(trx, actor, at, async () => rules),
    passwordHash: async () => 'none',
    say: () => {},
  });
});

async function signedIn(handle: string): Promise<Actor> {
  const { id, name, role } = await db
    .selectFrom('members')
    .select(['id', 'name', 'role'])
    .where('handle', '=', handle)
    .executeTakeFirstOrThrow();
  const free = { isVerified: true, silencedUntil: null, suspendedUntil: null };
  return { id, handle, name, role, ...free };
}

/** What must be nothing: rows whose counters are not those of their rows, or out of time. */
async function faults(): Promise<Record<string, number> | undefined> {
  const { rows } = await sql<Record<string, number>>`
    SELECT
      (SELECT count(*) FROM questions WHERE
        answer_count <> (
          SELECT count(*) FROM answers
          WHERE question_id = questions.id AND hidden_at IS NULL AND deleted_at IS NULL
        )
        OR score <> (SELECT coalesce(sum(value), 0) FROM question_votes WHERE question_id = questions.id)
        OR same_count <> (SELECT count(*) FROM same_questions WHERE question_id = questions.id)
        OR accepted_answer_id IS NOT NULL AND accepted_answer_id NOT IN (SELECT id FROM answers WHERE question_id = questions.id)
      )::integer AS miscounted,
      (SELECT count(*) FROM answers WHERE
        score <> (SELECT coalesce(sum(value), 0) FROM answer_votes WHERE answer_id = answers.id)
      )::integer AS "answersMiscounted",
      (SELECT count(*) FROM questions WHERE active_at > ${now} OR created_at > active_at)::integer
        AS "outOfTime",
      (SELECT count(*) FROM questions WHERE duplicate_of_id IS NOT NULL AND id NOT IN (
        SELECT subject_id FROM moderation_events WHERE kind = 'duplicate'
      ))::integer AS "unlogged"`.execute(db);
  return rows[0];
}
const NO_FAULTS = { miscounted: 0, answersMiscounted: 0, outOfTime: 0, unlogged: 0 };

describe('the example community', () => {
  test('is whole, and its counters are those of its rows', async () => {
    const { rows } = await sql<Record<string, number>>`
      SELECT
        (SELECT count(*) FROM members)::integer AS members,
        (SELECT count(*) FROM questions WHERE hidden_at IS NULL AND deleted_at IS NULL)::integer
          AS questions,
        (SELECT count(*) FROM questions WHERE accepted_answer_id IS NOT NULL)::integer AS solved,
        (SELECT count(*) FROM questions WHERE article_id IS NOT NULL)::integer > 0 AS "fromArticles"`.execute(
      db,
    );
    expect(rows).toEqual([{ members: 19, questions: 41, solved: 24, fromArticles: true }]);
    expect(await faults()).toEqual(NO_FAULTS);
  });

  test('calls members by links to their pages', async () => {
    const called = sql<{ count: number }>`
      SELECT count(*)::integer AS count FROM comments
      WHERE html LIKE '%href="/members/%' AND body LIKE '%@%'`;
    expect((await called.execute(db)).rows).toEqual([{ count: 3 }]);
  });

  test('has each kind of work for a moderator', async () => {
    const joana = await signedIn('joana');
    const { rows: waiting } = await readReviewQueue(db, joana, {}, now);
    const facts = waiting.map(({ kind, noun, flags, takenBy }) => [kind, noun, flags, takenBy]);
    expect(facts).toEqual([
      ['flags', 'answer', 3, null],
      ['flags', 'comment', 1, null],
      ['flags', 'comment', 2, null],
      ['flags', 'comment', 1, null],
      ['held', 'question', 0, 'Tomas Brandt'],
      ['held', 'question', 0, null],
      ['first-post', 'answer', 0, null],
      ['first-post', 'question', 0, null],
    ]);
    const reviews = await Promise.all(waiting.map(({ id }) => readReviewItem(db, joana, id, now)));
    const reasons = reviews.flatMap((review) => review?.item.reasons);
    expect(reasons).toEqual(['links', 'word:Medicine']);
    const flags = reviews.flatMap((review) => review?.flags ?? []);
    expect(new Set(flags.map(({ reason }) => reason)).size).toBe(4);
    expect(new Set(flags.map(({ member }) => member.handle)).size).toBeGreaterThan(5);
    const hidden = await db
      .selectFrom('answers')
      .select('author_id')
      .where('hidden_for', '=', 'flags')
      .execute();
    expect(hidden).toEqual([{ author_id: (await signedIn('rick')).id }]);
  });

  test('has a past that its log and its summary tell', async () => {
    const { rows: items } = await readLog(db, await signedIn('joana'), {}, {});
    expect(new Set(items.map(({ kind }) => kind))).toEqual(
      new Set(
        'hold refuse suspend keep duplicate lock undo hide-reviewed warn pin move hide-flagged'.split(
          ' ',
        ),
      ),
    );
    expect(items.filter(({ undoneBy }) => undoneBy !== null).map(({ kind }) => kind)).toEqual([
      'lock',
    ]);
    const times = items.map(({ createdAt }) => createdAt.getTime());
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    const [month, ...earlier] = await readSummary(db, now);
    expect(month?.counts).toEqual({
      flags: 10,
      upheld: 2,
      hidden: 2,
      deleted: 0,
      warned: 1,
      silenced: 0,
      suspended: 0,
      undone: 1,
    });
    expect(earlier.map(({ counts }) => [counts.deleted, counts.suspended])).toEqual([[1, 1]]);
  });

  test.each(['omar', 'joana', 'tomas'])('has told %s old and new things', async (handle) => {
    const { rows: items } = await readNotifications(db, await signedIn(handle), {});
    expect(items.filter(({ readAt }) => readAt === null).length).toBeGreaterThan(2);
    expect(items.filter(({ readAt }) => readAt !== null).length).toBeGreaterThan(3);
    const times = items.map(({ createdAt }) => createdAt.getTime());
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(items.map(({ reason }) => reason)).toContain('mention');
  });

  test('has told the three of all that they can hear of', async () => {
    const rows = await db
      .selectFrom('notifications')
      .innerJoin('members', 'members.id', 'member_id')
      .select(['kind', 'reason'])
      .distinct()
      .where('handle', 'in', ['omar', 'joana', 'tomas'])
      .execute();
    const told = new Set(rows.flatMap(({ kind, reason }) => [kind, reason]));
    for (const what of ['answer', 'acceptance', 'mention', 'own', 'followed', 'shelf']) {
      expect(told).toContain(what);
    }
  });

  test('leaves nothing to be done, and no mail', async () => {
    const jobs = await sql`SELECT task_identifier FROM graphile_worker.jobs`.execute(db);
    expect(jobs.rows).toEqual([]);
    const nobody = () => Promise.reject(new Error('there is mail'));
    await mailNotifications(db, nobody, new Date(now.getTime() + 30 * DAY));
    expect(await db.selectFrom('mails').select('id').execute()).toEqual([]);
  });
});

describe('a moderator of the example community', () => {
  test('can undo what was decided, and the counters stay right', async () => {
    const tomas = await signedIn('tomas');
    const { rows: items } = await readLog(db, tomas, {}, {});
    const undoable = items.filter(({ kind, undoneAt }) => UNDOERS[kind] && undoneAt === null);
    expect(undoable.length).toBeGreaterThan(KINDS.length / 3);
    for (const { id } of undoable) await undoEvent(db, tomas, id, now);
    const joana = await signedIn('joana');
    const { rows: waiting } = await readReviewQueue(db, joana, {}, now);
    expect(waiting).toHaveLength(12);
    expect((await faults())?.miscounted).toBe(0);
  });

  test('can decide on all that waits', async () => {
    const joana = await signedIn('joana');
    const later = new Date(now.getTime() + DAY);
    const { rows: waiting } = await readReviewQueue(db, joana, {}, later);
    for (const [index, { id }] of waiting.entries()) {
      const decision = (['keep', 'hide', 'remove'] as const)[index % 3] ?? 'keep';
      await decideItem(db, joana, id, { decision, reason: 'So it is.' }, 'en', later);
    }
    expect((await readReviewQueue(db, joana, {}, later)).rows).toEqual([]);
    expect((await faults())?.miscounted).toBe(0);
  });
});
