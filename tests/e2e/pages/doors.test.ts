import { expect } from '@playwright/test';
import type { Insertable } from 'kysely';
import type { QuestionsTable } from '#db/schema.ts';
import { openSession } from '#src/features/accounts/session.ts';
import { questionPath } from '#src/features/community/question-address.ts';
import { test } from '#tests/e2e/security/site.ts';
import type { OwnSite } from '#tests/support/own-site.ts';

/** A question's columns that a test may choose. */
type Row = Omit<Insertable<QuestionsTable>, 'tags'> & { tags: string[] };

const then = new Date('2026-11-20T08:00:00Z');
const TITLE = `Why <b>"that"</b> & 'this' cost $&1?`;

async function addMember({ db }: OwnSite, handle: string): Promise<number> {
  const values = { handle, name: `<i>${handle}</i>`, email: `${handle}@example.com`, locale: 'en' };
  const { id } = await db
    .insertInto('members')
    .values({ ...values, email_verified_at: then, created_at: then })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds a question with so many answers, the first of them with a comment. */
async function addQuestion(
  site: OwnSite,
  author: number,
  answers: number,
  more: Partial<Row> = {},
): Promise<string> {
  const { db } = site;
  const written = { author_id: author, body: TITLE, html: '<p>Some text.</p>', created_at: then };
  const asked = { title: TITLE, locale: 'en', category: 'using', active_at: then };
  const { id, title } = await db
    .insertInto('questions')
    .values({ ...written, ...asked, tags: [], answer_count: answers, ...more })
    .returning(['id', 'title'])
    .executeTakeFirstOrThrow();
  for (let number = 0; number < answers; number += 1) {
    const { id: answer } = await db
      .insertInto('answers')
      .values({ ...written, question_id: id, score: number - 1, official: number === 1 })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (number > 0) continue;
    const comment = { ...written, question_id: id, edited_at: then };
    await db
      .insertInto('comments')
      .values({ ...comment, answer_id: answer })
      .execute();
    await db
      .insertInto('comments')
      .values({ ...comment, answer_id: null })
      .execute();
    const accepted = { accepted_answer_id: answer, accepted_at: then };
    await db.updateTable('questions').set(accepted).where('id', '=', id).execute();
  }
  return questionPath({ defaultLocale: 'en' }, 'en', { id, title });
}

/** As a reader sees it: Astro writes some signs in another way. */
const plainly = (page: string) =>
  page
    .replace(/\s+/g, ' ')
    .replaceAll('&#39;', `'`)
    .replaceAll('> <', '><')
    .replaceAll(/<([a-z]+ [^<>]*)>/g, (tag) => tag.replaceAll('&lt;', '<').replaceAll('&gt;', '>'));

/** The same page put together by a door, and rendered by Astro, to which unknown words lead. */
async function bothOf({ url }: OwnSite, path: string, cookie = ''): Promise<[string, string]> {
  const headers = { cookie };
  const door = await fetch(url + path, { headers });
  const other = `${url}${path}${path.includes('?') ? '&' : '?'}unknown=word`;
  const astro = await fetch(other, { headers });
  expect([path, door.status, astro.status]).toEqual([path, 200, 200]);
  const names = ['content-type', 'cache-control', 'cache-status', 'content-security-policy'];
  expect(names.map((name) => door.headers.get(name))).toEqual(
    names.map((name) => astro.headers.get(name)),
  );
  return [plainly(await door.text()), plainly(await astro.text())];
}

test('what doors put together is what Astro renders', async ({ site }) => {
  const author = await addMember(site, 'door-keeper');
  const plain = await addQuestion(site, author, 2, { tags: ['a', 'b-c'], searched: '<i>word</i>' });
  const long = await addQuestion(site, author, 25, { score: -2, same_count: 3, edited_at: then });
  const all = [
    plain,
    long,
    await addQuestion(site, author, 0),
    await addQuestion(site, author, 1, { locked_at: then, pinned_at: then }),
    await addQuestion(site, author, 1, { title: '記事をもう一度見つけるには？', locale: 'ja' }),
    await addQuestion(site, author, 1, { title: '!!!', locale: 'xx', category: 'nowhere' }),
  ];
  const [, next = ''] =
    /href="[^"]*(\?after=[^"#]+)/.exec(
      await (await fetch(`${site.url}${long}?other=word`)).text(),
    ) ?? [];
  const lists = ['', '?order=newest', '?order=unanswered', '?languages=all', '?order=helpful'];
  const shelves = ['', '/categories/using', '/tags/b-c'];
  const paths = [
    ...all,
    long + next,
    ...shelves.flatMap((shelf) => lists.map((query) => `/community${shelf}${query}`)),
  ];
  expect(next).not.toBe('');
  for (const path of paths.flatMap((one) => [one, `/ja${one}`, `/ar${one}`])) {
    const [door, astro] = await bothOf(site, path);
    expect(door, path).toBe(astro);
  }
});

test('doors put together for members what Astro renders for them', async ({ site }) => {
  const author = await addMember(site, 'door-asker');
  const reader = await addMember(site, 'door-reader');
  const { db } = site;
  const token = await openSession(db, reader, { userAgent: 'test', token: undefined }, new Date());
  const cookie = `session=${token}`;
  const open = await addQuestion(site, author, 3, { tags: ['a'] });
  const own = await addQuestion(site, reader, 1);
  const locked = await addQuestion(site, author, 1, { locked_at: then });
  const all = [open, own, locked, await addQuestion(site, author, 0)];
  for (const path of all.flatMap((one) => [one, `/ar${one}`])) {
    const [door, astro] = await bothOf(site, path, cookie);
    expect(door, path).toBe(astro);
    expect(door).toContain('&lt;i&gt;door-reader&lt;/i&gt;');
  }
  const soon = new Date(Date.now() + 86_400_000);
  await db.updateTable('sessions').set({ expires_at: soon }).execute();
  const visits = [
    await fetch(site.url + open, { headers: { cookie } }),
    await fetch(site.url + open, { headers: { cookie } }),
  ];
  const cookies = visits.map((answer) => answer.headers.getSetCookie());
  expect(cookies).toEqual([[expect.stringContaining(cookie)], []]);

  const [, id = ''] = /questions\/(\d+)\//.exec(open) ?? [];
  const fields = JSON.stringify({ body: 'What I had begun' });
  const draft = { member_id: reader, place: `answer/${id}`, fields, saved_at: then };
  await db.insertInto('drafts').values(draft).execute();
  const [begun] = await bothOf(site, open, cookie);
  expect(begun).toContain('What I had begun');
});

test('doors leave to Astro what is no such page', async ({ site }) => {
  const author = await addMember(site, 'door-opener');
  const gone = await addQuestion(site, author, 1, { deleted_at: then, deleted_by_id: author });
  const held = await addQuestion(site, author, 0, { hidden_at: then, hidden_for: 'held' });
  const shown = await addQuestion(site, author, 1);
  const [, id = ''] = /questions\/(\d+)\//.exec(shown) ?? [];
  const repeated = await addQuestion(site, author, 0, { duplicate_of_id: Number(id) });
  const statusOf = async (path: string) =>
    (await fetch(site.url + path, { redirect: 'manual' })).status;
  expect(await Promise.all([gone, held, shown, repeated].map(statusOf))).toEqual([
    410, 404, 200, 302,
  ]);
  expect(await statusOf(`/community/questions/${id}/another-title`)).toBe(301);
  expect(await statusOf(`/xx${shown}`)).toBe(404);
  expect(await statusOf('/community/questions/999999999/helpmark-example-question')).toBe(404);
  expect(await statusOf('/community/categories/nowhere')).toBe(404);
  expect(await statusOf('/community/tags/No_tag')).toBe(404);
});
