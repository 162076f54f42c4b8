import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { REFERENCE } from '#src/features/contact/contact-request.ts';
import { keepAttachments } from '#src/features/contact/keep-attachments.ts';
import { InvalidInput, TooMany } from '#src/server/errors.ts';
import { prepareJobs } from '#src/server/jobs.ts';
import { fileFolder } from '#tests/support/file-folder.ts';
import { picture } from '#tests/support/sample-pictures.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { mailsTo, refusal, somebody } from '#tests/integration/accounts/people.ts';
import { member } from '#tests/integration/community/members.ts';
import { now, sent, typed } from './requests.ts';

const { db, url } = await testDatabase();
await prepareJobs(url);
const files = fileFolder();

const requestOf = (reference: string) =>
  db
    .selectFrom('contact_requests')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
const countOf = async (email: string) =>
  (await db.selectFrom('contact_requests').select('id').where('email', '=', email).execute())
    .length;
const pngFile = async () => new File([new Uint8Array(await picture('png'))], 'a.png');

test('a request is kept with what came along, confirmed by mail, and handed over', async () => {
  const actor = await member(db, 'writer');
  const sender = await somebody(db);
  for (const slug of ['invoices', 'refunds']) {
    await db
      .insertInto('articles')
      .values({
        locale: 'en',
        category: 'using',
        slug,
        title: slug,
        file: `articles/en/using/${slug}.md`,
        owner: null,
        first_seen_at: now,
      })
      .execute();
  }
  const place = (slug: string) => ({ locale: 'en', category: 'using', slug });
  const email = 'known@example.net';
  const { id, reference, isNew } = await sent(
    db,
    { email, searched: 'invoice october' },
    {
      actor,
      sender,
      category: 'using',
      articles: [place('refunds'), place('invoices'), place('gone')],
    },
    { ways: ['mail', 'webhook'] },
  );
  expect(isNew).toBe(true);
  expect(reference).toMatch(REFERENCE);
  expect(await requestOf(reference)).toMatchObject({
    state: 'open',
    member_id: actor.id,
    name: 'Mira Holm',
    email,
    category: 'using',
    visitor: sender.visitor.code,
    searched: 'invoice october',
    created_at: now,
  });
  const articles = await db
    .selectFrom('contact_request_articles')
    .innerJoin('articles', 'articles.id', 'article_id')
    .select(['slug', 'position'])
    .where('request_id', '=', id)
    .orderBy('position')
    .execute();
  expect(articles.map(({ slug }) => slug)).toEqual(['refunds', 'invoices']);
  const [mail, ...others] = await mailsTo(db, email);
  expect(others).toEqual([]);
  expect(mail?.subject).toContain(reference);
  // It may go to somebody who has never heard of us: nothing that anybody typed stands in it.
  expect(`${mail?.text}${mail?.html}${mail?.subject}`).not.toMatch(/invoice|Mira/);
  const ways = await db
    .selectFrom('contact_deliveries')
    .select(['id', 'way', 'attempts'])
    .where('request_id', '=', id)
    .orderBy('way')
    .execute();
  expect(ways).toMatchObject([
    { way: 'mail', attempts: 0 },
    { way: 'webhook', attempts: 0 },
  ]);
  const { rows } = await sql<{ key: string }>`
    SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'deliver-contact-request'`.execute(
    db,
  );
  expect(rows.map(({ key }) => JSON.parse(key))).toEqual(
    expect.arrayContaining(ways.map((way) => ({ deliveryId: way.id }))),
  );
});

test('who asks not to be counted has no code, and who is not signed in no member', async () => {
  const { reference } = await sent(db, {}, { isPrivate: true });
  expect(await requestOf(reference)).toMatchObject({ visitor: null, member_id: null });
});

test('the same words again are the same request, also at the same moment', async () => {
  const email = 'twice@example.net';
  const all = await Promise.all([1, 2, 3].map(() => sent(db, { email })));
  expect(new Set(all.map(({ reference }) => reference)).size).toBe(1);
  expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await countOf(email)).toBe(1);
  expect(await mailsTo(db, email)).toHaveLength(1);

  const other = await sent(db, { email, message: 'Something else altogether now.' });
  expect(other.isNew).toBe(true);
  const tomorrow = new Date(now.getTime() + 86_400_000);
  expect((await sent(db, { email }, {}, { at: tomorrow })).isNew).toBe(true);
});

test('what is wrong is named by its field, and nothing is kept', async () => {
  const wrong = {
    name: ' ',
    email: 'nobody',
    subject: 'x',
    message: 'short',
  };
  const before = (await db.selectFrom('contact_requests').select('id').execute()).length;
  expect(Object.keys((await refusal(sent(db, wrong))) as object)).toEqual(Object.keys(wrong));
  await expect(sent(db, { message: 'a'.repeat(10_001) })).rejects.toBeInstanceOf(InvalidInput);
  const after = (await db.selectFrom('contact_requests').select('id').execute()).length;
  expect(after).toBe(before);
});

test('one line stays one line', async () => {
  const { reference } = await sent(db, { subject: 'Hello\r\nBcc: all@example.com', name: 'A\nB' });
  const { subject, name } = await requestOf(reference);
  expect(subject).toBe('Hello Bcc: all@example.com');
  expect(name).toBe('A B');
});

test('a visitor writes so often, and an address gets so many mails', async () => {
  const sender = await somebody(db);
  for (let at = 0; at < 5; at++) await sent(db, {}, { sender });
  await expect(sent(db, {}, { sender })).rejects.toBeInstanceOf(TooMany);

  const email = 'victim@example.net';
  for (let at = 0; at < 5; at++) {
    await sent(db, { email, message: `A message that nobody asked for, ${at}.` });
  }
  await expect(sent(db, { email, message: 'And one more of these.' })).rejects.toBeInstanceOf(
    TooMany,
  );
});

test('pictures are written anew, wait for their request, and belong to no other', async () => {
  const { visitor } = await somebody(db);
  const by = { visitor, locale: 'en' };
  const keep = (sentFiles: File[], kept: string[] = []) =>
    keepAttachments(db, files, { files: sentFiles, kept }, by, now, randomBytes);
  const first = await keep([await pngFile(), new File([], '')]);
  expect(first).toMatchObject({ names: [expect.stringMatching(/^contact-[0-9a-f]{32}\.webp$/)] });
  expect(first.fault).toBeUndefined();
  expect(files.list()).toEqual(first.names);

  const broken = await keep([new File(['no picture'], 'a.png')], first.names);
  expect(broken.names).toEqual(first.names);
  expect(broken.fault).toMatch(/not a picture/);
  const many = await keep([await pngFile(), await pngFile(), await pngFile()], first.names);
  expect(many.names).toHaveLength(3);
  expect(many.fault).toMatch(/3 pictures/);

  const { id } = await sent(db, {}, { attachments: first.names });
  const thief = await sent(db, {}, { attachments: first.names });
  const rows = await db
    .selectFrom('contact_attachments')
    .select(['name', 'request_id'])
    .where('name', 'in', first.names)
    .execute();
  expect(rows).toEqual([{ name: first.names[0], request_id: id }]);
  expect(thief.id).not.toBe(id);
  expect((await keep([], [...first.names, 'contact-x.webp', '../secret-key'])).names).toEqual([]);
});

test('nothing of a request is left when it could not be finished', async () => {
  const fields = typed({ email: 'broken,@example.net' });
  await expect(sent(db, fields)).rejects.toBeInstanceOf(InvalidInput);
  expect(await countOf(fields.email)).toBe(0);
});
