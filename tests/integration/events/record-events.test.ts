import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Happening, Witnessed } from '#src/features/events/event.ts';
import { makeEventMonths } from '#src/features/events/make-event-months.ts';
import { recordEvents } from '#src/features/events/record-events.ts';
import { witnessed } from '#src/features/events/witnessed.ts';
import { createDatabase } from '#src/server/database.ts';
import { recogniseSender, type Sender } from '#src/server/sender.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db, url } = await testDatabase();
const noon = new Date('2026-11-22T12:00:00Z');
const somebody: Witnessed = { visitor: 'v', bucket: 'person' };
const shown: Happening = {
  kind: 'suggestion-shown',
  locale: 'en',
  details: { form: 'ask', rank: 1 },
};

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130 Safari/537.36';
const sender = (userAgent = chrome): Promise<Sender> =>
  recogniseSender(
    db,
    { socketAddress: '192.0.2.1', forwardedFor: null, userAgent, acceptLanguage: 'en' },
    0,
    noon,
  );
const recorded = () => db.selectFrom('events').selectAll().orderBy('id').execute();
const partitions = async () => {
  const { rows } = await sql<{ name: string }>`
    SELECT inhrelid::regclass::text AS name FROM pg_inherits
    WHERE inhparent = 'events'::regclass ORDER BY 1`.execute(db);
  return rows.map(({ name }) => name);
};

beforeEach(async () => {
  await sql`DELETE FROM events`.execute(db);
});

describe('recording', () => {
  test('keeps what happened, with the revision of the article that was served', async () => {
    const { id: article } = await db
      .insertInto('articles')
      .values({
        locale: 'en',
        category: 'using',
        slug: 'search',
        title: 'Search',
        file: 'a.md',
        owner: null,
        first_seen_at: noon,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: series } = await db
      .insertInto('article_series')
      .values({ article_id: article, started_at: noon })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: revision } = await db
      .insertInto('article_revisions')
      .values({ article_id: article, series_id: series, hash: 'abc', first_seen_at: noon })
      .returning('id')
      .executeTakeFirstOrThrow();
    const served = { locale: 'en', category: 'using', slug: 'search', revision: 'abc' };
    await recordEvents(
      db,
      [
        { ...shown, article: served },
        { ...shown, article: { ...served, revision: 'unknown' } },
        { ...shown, article: { ...served, slug: 'gone' } },
        { kind: 'form-posted', locale: 'de', questionId: 7, details: { form: 'ask' } },
      ],
      somebody,
      noon,
    );
    expect(
      (await recorded()).map(({ kind, locale, article_id, article_revision_id, question_id }) => [
        kind,
        locale,
        article_id,
        article_revision_id,
        question_id,
      ]),
    ).toEqual([
      ['suggestion-shown', 'en', article, revision, null],
      ['suggestion-shown', 'en', article, null, null],
      ['suggestion-shown', 'en', null, null, null],
      ['form-posted', 'de', null, null, 7],
    ]);
    const [first] = await recorded();
    expect(first).toMatchObject({ at: noon, visitor: 'v', bucket: 'person' });
    expect(first?.details).toEqual({ form: 'ask', rank: 1 });
  });

  test('leaves out who asks not to be counted, and keeps programs apart', async () => {
    const people = await sender();
    for (const header of ['DNT', 'Sec-GPC']) {
      expect(witnessed(people, new Headers({ [header]: '1' }))).toBeUndefined();
    }
    await recordEvents(db, [shown], undefined, noon);
    expect(await recorded()).toEqual([]);
    expect(witnessed(people, new Headers())).toEqual({
      visitor: people.visitor.code,
      visitorYesterday: people.visitor.codeYesterday,
      bucket: 'person',
    });
    for (const agent of ['', 'curl/8.5.0', 'Googlebot/2.1 (+http://www.google.com/bot.html)']) {
      expect(witnessed(await sender(agent), new Headers())?.bucket).toBe('program');
    }
  });
});

describe('a visitor', () => {
  const at = (time: string) => new Date(`2026-11-${time}Z`);
  const by = (visitor: string, visitorYesterday: string): Witnessed => ({
    visitor,
    visitorYesterday,
    bucket: 'person',
  });
  const codes = async () => (await recorded()).map(({ visitor }) => visitor);

  test('who stays past midnight keeps the code of the evening, for that day', async () => {
    await recordEvents(db, [shown], by('mon', 'sun'), at('16T23:50:00'));
    await recordEvents(db, [shown], by('tue', 'mon'), at('17T00:10:00'));
    await recordEvents(db, [shown], by('tue', 'mon'), at('17T23:50:00'));
    expect(await codes()).toEqual(['mon', 'mon', 'mon']);
    // Never into a third day.
    await recordEvents(db, [shown], by('wed', 'tue'), at('18T00:10:00'));
    expect((await codes()).at(-1)).toBe('wed');
  });

  test('who comes back after more than 24 hours is another one, and stays that', async () => {
    await recordEvents(db, [shown], by('thu', 'x'), at('19T10:00:00'));
    await recordEvents(db, [shown], by('fri', 'thu'), at('20T10:00:01'));
    await recordEvents(db, [shown], by('fri', 'thu'), at('20T18:00:00'));
    expect(await codes()).toEqual(['thu', 'fri', 'fri']);
  });

  test('is recognised by every process alike', async () => {
    const other = createDatabase(url);
    try {
      await recordEvents(db, [shown], by('sat', 'x'), at('21T20:00:00'));
      await recordEvents(other, [shown], by('sun', 'sat'), at('22T08:00:00'));
      await recordEvents(db, [shown], by('sun', 'sat'), at('22T09:00:00'));
      expect(await codes()).toEqual(['sat', 'sat', 'sat']);
    } finally {
      await other.destroy();
    }
  });
});

describe('months', () => {
  test('are made ahead, once, and take in what came before they were made', async () => {
    await recordEvents(db, [shown], somebody, noon);
    await recordEvents(db, [shown], somebody, new Date('2027-03-01T00:00:00Z'));
    await Promise.all([makeEventMonths(db, noon), makeEventMonths(db, noon)]);
    await makeEventMonths(db, noon);
    expect(await partitions()).toEqual([
      'events_2026_11',
      'events_2026_12',
      'events_2027_01',
      'events_unplaced',
    ]);
    const count = async (table: string) => {
      const { rows } = await sql<{ count: number }>`
        SELECT count(*)::integer AS count FROM ${sql.table(table)}`.execute(db);
      return rows[0]?.count;
    };
    expect(await count('events_2026_11')).toBe(1);
    expect(await count('events_unplaced')).toBe(1);
    await recordEvents(db, [shown], somebody, new Date('2026-12-31T23:59:59Z'));
    expect(await count('events_2026_12')).toBe(1);
    expect(await recorded()).toHaveLength(3);
  });
});
