import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { LONGEST_BEACON } from '#src/features/events/beacon.ts';
import { BEACONS_PER_VISITOR, NEW_VISITORS_PER_NETWORK } from '#src/features/events/limits.ts';
import { receiveBeacon } from '#src/features/events/receive-beacon.ts';
import { TooMany } from '#src/server/errors.ts';
import { recogniseSender, type Sender } from '#src/server/sender.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const noon = new Date('2026-11-22T12:00:00Z');
const later = (seconds: number) => new Date(noon.getTime() + 1000 * seconds);
const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130 Safari/537.36';
const article = '/articles/using/search';
const opened = noon.getTime() - 60_000;
const viewed = { kind: 'article-viewed', article, seconds: 42 };
const suggestion = { kind: 'suggestion-opened', form: 'ask', question: 12, rank: 2 };
const searched = {
  kind: 'searched',
  query: 'Reset  Password!',
  quality: 'good',
  results: 3,
  from: 'box',
};

let addresses = 0;
/** A visitor of an address of their own. */
function sender(userAgent = chrome, address = `10.0.${addresses >> 8}.${addresses & 255}`) {
  addresses += 1;
  const traces = { socketAddress: address, forwardedFor: null, userAgent, acceptLanguage: 'en' };
  return recogniseSender(db, traces, 0, noon);
}

let pages = 0;
const beacon = (events: unknown[], more: object = {}) =>
  JSON.stringify({ locale: 'en', page: (pages += 1), opened, events, ...more });
const receive = (text: string, from: Sender, now = noon, headers = {}) =>
  receiveBeacon(db, text, from, new Headers(headers), now);
const recorded = () => db.selectFrom('events').selectAll().orderBy('id').execute();

let articleId = 0;
let revisions: string[] = [];
const { articleFacts, manifest } = await import('#src/features/articles/manifest.ts');
const facts = (await articleFacts('en', 'using', 'search'))!;

beforeEach(async () => {
  await sql`TRUNCATE events`.execute(db);
  if (articleId > 0) return;
  const { category, slug, locale, title, file } = facts;
  const { id } = await db
    .insertInto('articles')
    .values({ locale, category, slug, title, file, owner: null, first_seen_at: noon })
    .returning('id')
    .executeTakeFirstOrThrow();
  const series = await db
    .insertInto('article_series')
    .values({ article_id: id, started_at: noon })
    .returning('id')
    .executeTakeFirstOrThrow();
  const made = await db
    .insertInto('article_revisions')
    .values(
      ['earlier', facts.revision].map((hash) => ({
        article_id: id,
        series_id: series.id,
        hash,
        first_seen_at: noon,
      })),
    )
    .returning('id')
    .execute();
  articleId = id;
  revisions = made.map((one) => String(one.id));
});

describe('a beacon', () => {
  test('is recorded, with its visitor and page and nothing else of them', async () => {
    const from = await sender();
    const clicked = { kind: 'result-clicked', query: 'reset password', rank: 2, article };
    const events = [viewed, searched, clicked, suggestion];
    await receive(beacon(events, { page: 2 ** 52 - 1 }), from);
    const rows = await recorded();
    expect(
      rows.map(({ kind, article_id, question_id, details }) => [
        kind,
        article_id,
        question_id,
        details,
      ]),
    ).toEqual([
      ['article-viewed', articleId, null, { seconds: 42 }],
      [
        'searched',
        null,
        null,
        {
          query: 'Reset Password!',
          normalised: 'reset password',
          quality: 'good',
          results: 3,
          from: 'box',
        },
      ],
      [
        'result-clicked',
        articleId,
        null,
        { query: 'reset password', normalised: 'reset password', rank: 2 },
      ],
      ['suggestion-opened', null, 12, { form: 'ask', rank: 2 }],
    ]);
    for (const row of rows) {
      const { visitor, page, bucket, locale } = row;
      expect([visitor, page, bucket, locale]).toEqual([
        from.visitor.code,
        String(2 ** 52 - 1),
        'person',
        'en',
      ]);
      expect(JSON.stringify(row)).not.toContain('10.0.');
    }
  });

  test('tells which revision was read, if that was ever served', async () => {
    for (const revision of ['earlier', facts.revision, 'invented', undefined]) {
      await receive(beacon([viewed], { revision }), await sender());
    }
    const [earlier, present] = revisions;
    expect(
      (await recorded()).map(({ article_revision_id }) => String(article_revision_id)),
    ).toEqual([earlier, present, present, present]);
  });

  test('is told late, and stands at the moment when it happened', async () => {
    await receive(
      beacon([
        { ...searched, ago: 40 },
        { ...viewed, ago: -3 },
      ]),
      await sender(),
    );
    expect((await recorded()).map(({ kind, at }) => [kind, at])).toEqual([
      ['searched', new Date(noon.getTime() - 40_000)],
      ['article-viewed', noon],
    ]);
  });

  test('makes no visits out of the past', async () => {
    const agos = [0, 2000, 4000, 6000];
    const long = { opened: noon.getTime() - 7_200_000 };
    await receive(
      beacon(
        agos.map((ago) => ({ ...searched, ago })),
        long,
      ),
      await sender(),
    );
    const half = new Date(noon.getTime() - 1_800_000);
    expect((await recorded()).map(({ at }) => at)).toEqual([noon, half, half, half]);
  });

  test('is kept apart when a program sends it', async () => {
    await receive(beacon([viewed]), await sender('Googlebot/2.1'));
    expect((await recorded()).map(({ bucket }) => bucket)).toEqual(['program']);
  });

  test('tells of a channel by its label, and of the status page by its address', async () => {
    const { contact, statusPage } = (await manifest()).site;
    const channels = [...contact.map(({ label }) => label), statusPage!];
    const events = channels.map((channel) => ({ kind: 'contact-clicked', channel }));
    await receive(beacon(events), await sender());
    expect((await recorded()).map(({ details }) => details)).toEqual(
      channels.map((channel) => ({ channel })),
    );
  });

  test('is scrubbed of what is private', async () => {
    const query = 'mail to jane@example.com from 203.0.113.9';
    await receive(beacon([{ ...searched, query }]), await sender());
    expect(JSON.stringify(await recorded())).not.toMatch(/jane|203/);
  });

  const far = 86_400_000 + 1000;
  test.each<[string, string]>([
    ['no JSON', 'x'],
    ['nothing', ''],
    ['another shape', '[]'],
    ['no event', beacon([])],
    ['no page', beacon([viewed], { page: undefined })],
    ['a page that is no number', beacon([viewed], { page: '1' })],
    ['a page of more than 52 bits', beacon([viewed], { page: 2 ** 53 })],
    ['a locale that is not there', beacon([viewed], { locale: 'xx' })],
    ['too many events', beacon(Array.from({ length: 21 }, () => viewed))],
    ['too many bytes', beacon([viewed], { more: 'ü'.repeat(LONGEST_BEACON / 2) })],
    ['no time of opening', beacon([viewed], { opened: undefined })],
    ['a page opened too long ago', beacon([viewed], { opened: noon.getTime() - far })],
    ['a page opened in the days to come', beacon([viewed], { opened: noon.getTime() + far })],
    ['more reading than time', beacon([{ ...viewed, seconds: 361 }])],
    ['what happened before the page was opened', beacon([{ ...searched, ago: 361 }])],
    ['less than no reading', beacon([{ ...viewed, seconds: -1 }])],
    ['a view of no article', beacon([{ ...viewed, article: undefined }])],
    [
      'two articles on one page',
      beacon([viewed, { ...viewed, article: '/articles/using/voting' }]),
    ],
    ['an article that is not there', beacon([{ ...viewed, article: '/articles/using/nowhere' }])],
    ['an article of another site', beacon([{ ...viewed, article: `https://x.test${article}` }])],
    ['a question that is none', beacon([{ ...suggestion, question: -1 }])],
    ['a question and an article', beacon([{ ...suggestion, article }])],
    ['a rank that is none', beacon([{ ...suggestion, rank: 0 }])],
    ['an unknown form', beacon([{ ...suggestion, form: 'vote' }])],
    ['an unknown quality', beacon([{ ...searched, quality: 'superb' }])],
    ['good results that are none', beacon([{ ...searched, results: 0 }])],
    ['an empty query', beacon([{ ...searched, query: ' ' }])],
    ['a query that is too long', beacon([{ ...searched, query: 'x'.repeat(151) }])],
    ['a channel that is not there', beacon([{ kind: 'contact-clicked', channel: 'Pigeon' }])],
    ['a posted form', beacon([{ kind: 'form-posted', form: 'ask' }])],
    ['a solution', beacon([{ kind: 'suggestion-solved', form: 'ask' }])],
    ['a missing page', beacon([{ kind: 'page-missing', path: '/x', referrer: '' }])],
  ])('with %s changes nothing', async (_, text) => {
    await receive(text, await sender());
    expect(await recorded()).toEqual([]);
  });

  test('with one bad event keeps the good ones', async () => {
    await receive(beacon([{ kind: 'form-posted', form: 'ask' }, viewed, null]), await sender());
    expect((await recorded()).map(({ kind }) => kind)).toEqual(['article-viewed']);
  });

  test.each(['DNT', 'Sec-GPC'])('of somebody who sends %s changes nothing', async (header) => {
    await receive(beacon([viewed]), await sender(), noon, { [header]: '1' });
    expect(await recorded()).toEqual([]);
  });

  test('that is sent again is kept once, and a captured one is worth nothing later', async () => {
    const text = beacon([viewed]);
    const from = await sender();
    for (let time = 0; time < 5; time += 1) await receive(text, from);
    await receive(text, await sender());
    await receive(text, from, later(2 * 86_400));
    expect(await recorded()).toHaveLength(1);
  });
});

describe('a flood', () => {
  test('of one visitor leaves as many rows as the limit has beacons', async () => {
    const from = await sender();
    const sent = await Promise.allSettled(
      Array.from({ length: 1000 }, () => receive(beacon([viewed]), from)),
    );
    const refused = sent.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1000 - BEACONS_PER_VISITOR.uses);
    expect(refused.every((one) => one.status === 'rejected' && one.reason instanceof TooMany)).toBe(
      true,
    );
    const rows = await recorded();
    expect(rows).toHaveLength(BEACONS_PER_VISITOR.uses);
    expect(new Set(rows.map(({ visitor }) => visitor)).size).toBe(1);
  });

  test('of invented browsers is as many visitors as may be new behind one address', async () => {
    const address = '192.0.2.200';
    for (let count = 0; count < 200; count += 1) {
      const from = await sender(`${chrome} Invented/${count}`, address);
      await receive(beacon([viewed]), from).catch((error: unknown) => {
        if (!(error instanceof TooMany)) throw error;
      });
    }
    const visitors = new Set((await recorded()).map(({ visitor }) => visitor));
    expect(visitors.size).toBe(NEW_VISITORS_PER_NETWORK.uses);
    // Who was there before goes on being counted, and other addresses do not notice.
    await receive(beacon([viewed]), await sender(`${chrome} Invented/0`, address));
    await receive(beacon([viewed]), await sender());
    expect(await recorded()).toHaveLength(NEW_VISITORS_PER_NETWORK.uses + 2);
  });
});
