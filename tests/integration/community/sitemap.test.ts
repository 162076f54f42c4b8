import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import {
  QUESTIONS_A_FILE,
  questionSitemap,
  questionSitemapIndex,
} from '#src/features/community/question-sitemap.ts';
import { ask } from '#tests/integration/search/sample-questions.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { member } from './members.ts';

const { db } = await testDatabase();
const origin = new URL('https://help.example.com');
const site = { defaultLocale: 'en', locales: ['en', 'de'] } as SiteFacts;
const placesIn = (xml = '') => [...xml.matchAll(/<loc>([^<]+)/g)].map(([, place]) => place);

test('without a question the list of lists is empty, and there is no list', async () => {
  const xml = await questionSitemapIndex(db, origin);
  expect(xml).toContain('<sitemapindex');
  expect(placesIn(xml)).toEqual([]);
  expect(await questionSitemap(db, site, 1, origin)).toBeUndefined();
});

test('lists answered questions that everybody can read, each in its language', async () => {
  const { id: writer } = await member(db, 'writer');
  const answers = ['Do it so.'];
  const [, german, french, hidden, deleted, double] = await ask(db, writer, [
    { title: 'Answered & well', answers },
    { title: 'Beantwortet', locale: 'de', answers },
    { title: 'Une question', locale: 'fr', answers },
    { title: 'Hidden', answers },
    { title: 'Deleted', answers },
    { title: 'Double', answers },
    { title: 'Not answered' },
  ]);
  const change = (id: number | undefined, set: object) =>
    db
      .updateTable('questions')
      .set(set)
      .where('id', '=', id ?? 0)
      .execute();
  const at = new Date('2026-11-21T10:00:00Z');
  await change(hidden, { hidden_at: at });
  await change(deleted, { deleted_at: at });
  await change(double, { duplicate_of_id: french });
  await change(german, { edited_at: at });

  const xml = await questionSitemap(db, site, 1, origin);
  expect(placesIn(xml)).toEqual([
    'https://help.example.com/community/questions/1/answered-well',
    'https://help.example.com/de/community/questions/2/beantwortet',
    'https://help.example.com/community/questions/3/une-question',
  ]);
  expect([...(xml ?? '').matchAll(/<lastmod>([^<]+)/g)].map(([, date]) => date)).toEqual([
    '2026-11-20T08:00:00.000Z',
    '2026-11-21T10:00:00.000Z',
    '2026-11-20T08:00:00.000Z',
  ]);
  expect(placesIn(await questionSitemapIndex(db, origin))).toEqual([
    'https://help.example.com/community/sitemap/1.xml',
  ]);
});

test('goes on in another file, and one without an entry is still a list', async () => {
  const { id: writer } = await member(db, 'later');
  await sql`
    INSERT INTO questions (id, author_id, locale, category, title, body, html, created_at, active_at, answer_count)
    OVERRIDING SYSTEM VALUE
    VALUES (${QUESTIONS_A_FILE * 2 + 1}, ${writer}, 'en', 'using', 'A late one', 'x', 'x', now(), now(), 1)
  `.execute(db);
  expect(placesIn(await questionSitemapIndex(db, origin))).toHaveLength(3);
  expect(await questionSitemap(db, site, 2, origin)).toContain('<urlset');
  expect(placesIn(await questionSitemap(db, site, 3, origin))).toEqual([
    'https://help.example.com/community/questions/10001/a-late-one',
  ]);
  expect(await questionSitemap(db, site, 4, origin)).toBeUndefined();
});
