import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { changeRequest } from '#src/features/contact/change-request.ts';
import { eraseRequests } from '#src/features/contact/erase-requests.ts';
import { keepAttachments } from '#src/features/contact/keep-attachments.ts';
import { leaveContact } from '#src/features/contact/leave-contact.ts';
import { readAttachment } from '#src/features/contact/read-attachment.ts';
import { NotAllowed, NotFound, NotSignedIn } from '#src/server/errors.ts';
import { prepareJobs } from '#src/server/jobs.ts';
import { somebody } from '#tests/integration/accounts/people.ts';
import { member } from '#tests/integration/community/members.ts';
import { fileFolder } from '#tests/support/file-folder.ts';
import { picture } from '#tests/support/sample-pictures.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { letterhead, now, sent } from './requests.ts';

const { db, url } = await testDatabase();
await prepareJobs(url);
const files = fileFolder();
const moderator = await member(db, 'joana', 'moderator');
const daysLater = (days: number) => new Date(now.getTime() + days * 86_400_000);

async function keptPicture(): Promise<string[]> {
  const { visitor } = await somebody(db);
  const file = new File([new Uint8Array(await picture('png'))], 'a.png');
  const by = { visitor, locale: 'en' };
  const brought = { files: [file], kept: [] };
  return (await keepAttachments(db, files, brought, by, now, randomBytes)).names;
}
const rowOf = (id: number) =>
  db.selectFrom('contact_requests').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const EMPTY = {
  member_id: null,
  name: '',
  email: '',
  subject: '',
  message: '',
  visitor: null,
  searched: null,
};

test('some time after it was closed, nothing personal is left of a request', async () => {
  const closed = await sent(db, { searched: 'x' }, { attachments: await keptPicture() });
  const open = await sent(db, {}, { attachments: await keptPicture() }, { at: daysLater(10) });
  await changeRequest(db, moderator, closed.reference, 'closed', letterhead, now);
  await eraseRequests(db, files, 30, daysLater(29));
  expect((await rowOf(closed.id)).email).not.toBe('');
  expect(files.list()).toHaveLength(2);

  await eraseRequests(db, files, 30, daysLater(31));
  expect(await rowOf(closed.id)).toMatchObject({ ...EMPTY, state: 'closed', locale: 'en' });
  expect((await rowOf(open.id)).email).not.toBe('');
  expect(files.list()).toHaveLength(1);
  const again = changeRequest(db, moderator, closed.reference, 'open', letterhead, now);
  await expect(again).rejects.toBeInstanceOf(NotFound);
});

test('one that nobody closes ends too, so long after the last that happened to it', async () => {
  const forgotten = await sent(db);
  const answered = await sent(db);
  await changeRequest(db, moderator, answered.reference, 'answered', letterhead, daysLater(20));
  await eraseRequests(db, files, 30, daysLater(31));
  expect(await rowOf(forgotten.id)).toMatchObject({ ...EMPTY, state: 'open' });
  expect((await rowOf(answered.id)).email).not.toBe('');
  await eraseRequests(db, files, 30, daysLater(51));
  expect(await rowOf(answered.id)).toMatchObject({ ...EMPTY, state: 'answered' });
});

test('a picture that came to no request goes after two days', async () => {
  const [name = ''] = await keptPicture();
  await eraseRequests(db, files, 30, daysLater(1));
  expect(files.list()).toContain(name);
  await eraseRequests(db, files, 30, daysLater(3));
  expect(files.list()).not.toContain(name);
});

test('a member who leaves takes their requests along', async () => {
  const actor = await member(db, 'leaver');
  const { id } = await sent(db, {}, { actor, attachments: await keptPicture() });
  const other = await sent(db, {}, { actor: moderator });
  await db.transaction().execute((trx) => leaveContact(trx, actor.id, now));
  await eraseRequests(db, files, 365, now);
  expect(await rowOf(id)).toMatchObject({ ...EMPTY, state: 'open' });
  expect((await rowOf(other.id)).email).not.toBe('');
});

test('pictures are for moderators', async () => {
  const [name = ''] = await keptPicture();
  const read = (actor: typeof moderator | undefined, of = name) =>
    readAttachment(db, files, actor, of);
  expect((await read(moderator)).length).toBeGreaterThan(0);
  await expect(read(undefined)).rejects.toBeInstanceOf(NotSignedIn);
  await expect(read(await member(db, 'nosy', 'author'))).rejects.toBeInstanceOf(NotAllowed);
  await expect(read(moderator, 'contact-00.webp')).rejects.toBeInstanceOf(NotFound);
  await expect(read(moderator, `contact-${'0'.repeat(32)}.webp`)).rejects.toBeInstanceOf(NotFound);
});
