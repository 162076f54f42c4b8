import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { allOwnRecords } from '#src/actions/all-own-records.ts';
import { deleteAccount } from '#src/features/accounts/delete-account.ts';
import { makeArchive } from '#src/features/accounts/make-archive.ts';
import { addImage } from '#src/features/community/add-image.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { saveDraft } from '#src/features/community/save-draft.ts';
import { TooMany } from '#src/server/errors.ts';
import { prepareJobs } from '#src/server/jobs.ts';
import { fileFolder } from '#tests/support/file-folder.ts';
import { picture } from '#tests/support/sample-pictures.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { member, PASSWORD, somebody } from './people.ts';

const { db, url } = await testDatabase();
await prepareJobs(url);
const files = fileFolder();
const now = new Date();

type Archive = Record<string, Record<string, unknown>[]>;

async function archiveOf(actor: Parameters<typeof makeArchive>[2]) {
  const pieces: Uint8Array[] = [];
  for await (const piece of await makeArchive(db, files, actor, allOwnRecords, now)) {
    pieces.push(piece);
  }
  const entries = unzipSync(Buffer.concat(pieces));
  const text = Buffer.from(entries['helpmark-data.json'] ?? []).toString();
  return { entries, text, data: JSON.parse(text) as Archive };
}

const question = {
  title: 'Where do my texts go to?',
  body: 'I would like to know what is kept of me, in **one** file.',
  tags: 'privacy',
};
const place = { locale: 'en', category: 'using', article: undefined };

test('members get all that is kept about them, and nothing of others', async () => {
  const { actor, email, token } = await member(db, 'ada');
  const other = await member(db, 'other');
  const bytes = await picture('png');
  const file = new File([new Uint8Array(bytes)], 'a.png');
  const { markdown, url: path } = await addImage(db, files, actor, file, 'en', now);
  const body = `${question.body}\n\n${markdown}`;
  await askQuestion(db, actor, place, { ...question, body }, now);
  await askQuestion(db, other.actor, place, { ...question, title: 'A text of another?' }, now);
  await saveDraft(db, actor, 'answer/1', { body: 'half a sentence' }, now);

  const { entries, text, data } = await archiveOf(actor);
  const name = path.replace('/uploads/', '');
  expect(Object.keys(entries).sort()).toEqual(['helpmark-data.json', `uploads/${name}`]);
  expect(Buffer.from(entries[`uploads/${name}`] ?? []).equals(await fileOf(name))).toBe(true);
  expect(Object.keys(data)).toEqual(['exported_at', ...allOwnRecords.map(({ table }) => table)]);
  expect(data['members']).toMatchObject([{ handle: 'ada', email }]);
  expect(data['sessions']).toMatchObject([{ user_agent: 'Test Browser' }]);
  expect(data['questions']).toMatchObject([{ title: question.title, body }]);
  expect(data['drafts']).toMatchObject([{ place: 'answer/1' }]);
  expect(data['uploads']).toMatchObject([{ name }]);
  expect(data['mails']?.map(({ recipient }) => recipient)).toEqual([email]);
  expect(text).not.toContain('A text of another');
  expect(text).not.toContain(other.email);
  expect(text).not.toContain(token);
  // Nothing with which somebody could come in; a table of tokens has a name.
  expect(text.replaceAll('"api_tokens"', '')).not.toMatch(/argon2|token|hash/);
});

async function fileOf(name: string): Promise<Buffer> {
  return Buffer.from((await files.get(name)) ?? []);
}

test('an archive is made ten times a day', async () => {
  const { actor } = await member(db, 'curious');
  for (let at = 0; at < 10; at++) await archiveOf(actor);
  await expect(archiveOf(actor)).rejects.toBeInstanceOf(TooMany);
});

test('whoever leaves leaves no row behind but those that have a reason to stay', async () => {
  const { actor, token, email } = await member(db, 'leaver');
  await saveDraft(db, actor, 'ask', { body: 'never posted' }, now);
  await db
    .insertInto('shelf_follows')
    .values({ kind: 'tag', name: 'search', member_id: actor.id, created_at: now })
    .execute();
  const proof = { password: PASSWORD, token };
  await deleteAccount(db, actor, proof, await somebody(db), now, allOwnRecords, async () => {});

  for (const { table, by, isByEmail, staysFor } of allOwnRecords) {
    if (staysFor) continue;
    for (const column of by) {
      const rows = await db
        .selectFrom(table as 'drafts')
        .selectAll()
        .where(column as 'member_id', '=', (isByEmail ? email : actor.id) as number)
        .execute();
      expect(rows, table).toEqual([]);
    }
  }
});
