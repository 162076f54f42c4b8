import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readContent } from '#src/features/content/read-content.ts';
import { rollUpEvents } from '#src/features/events/roll-up-events.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { member } from '#tests/integration/community/members.ts';
import { runCli } from '#tests/support/run-cli.ts';
import { clicked, sampleEvents, searched } from '#tests/support/sample-events.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db, url } = await testDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'propose-'));
const contentDir = path.join(folder, 'content');
afterAll(() => fs.rmSync(folder, { recursive: true }));

const settings = {
  CONTENT_DIR: contentDir,
  DATA_DIR: path.join(folder, 'none'),
  DATABASE_URL: url,
  SITE_URL: 'https://help.example.com',
};

const propose = (...args: string[]) => runCli('propose', args, settings);

const git = (...args: string[]) =>
  execFileSync('git', ['-C', contentDir, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    encoding: 'utf8',
  });
const read = (file: string) => fs.readFileSync(path.join(contentDir, file), 'utf8');
const write = (file: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(contentDir, file)), { recursive: true });
  fs.writeFileSync(path.join(contentDir, file), text);
};
const faults = async () => {
  const options = { includeDrafts: true, now: new Date() };
  return (await readContent(contentDir, options)).faults.map(
    ({ file, what }) => `${file}: ${what}`,
  );
};

const CANCEL = `---
# Kept as it is.
title:   Cancel your plan
tags: [ plan,billing ]
---

A plan can be cancelled at any time.
`;

beforeAll(async () => {
  fs.mkdirSync(contentDir);
  execFileSync('git', ['init', '-q', contentDir]);
  write('articles/en/using/cancel.md', CANCEL);
  write(
    'articles/en/using/export.md',
    '---\ntitle: Export data\nredirectFrom:\n  - /old/export\n---\n\nAll of it.\n',
  );
  write('articles/en/using/invite-people.md', '---\ntitle: Invite people\n---\n\nBy mail.\n');
  write('articles/en/using/invite-guests.md', '---\ntitle: Invite guests\n---\n\nBy link.\n');
  git('add', '-A');
  git('commit', '-qm', 'begin');

  const now = new Date();
  const yesterday = new Date(now.getTime() - 26 * 3_600_000);
  const { articles } = await readContent(contentDir, { includeDrafts: false, now });
  await syncArticles(db, articles, 'en', new Date(now.getTime() - 90 * 3_600_000));
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM articles WHERE slug = 'cancel'`.execute(db);
  const cancel = rows[0]!.id;
  const at = (second: number) => new Date(yesterday.getTime() + second * 1000).toISOString();
  for (const visitor of ['ann', 'ben', 'cem']) {
    await sampleEvents(db, [
      { ...searched(visitor, 0, 'quit', 'none'), at: at(0) },
      { ...searched(visitor, 0, 'plan'), at: at(20) },
      { ...clicked(visitor, 0, 'plan', cancel, 1), at: at(25) },
      { ...searched(visitor, 0, 'unsubscribe: now'), at: at(2000) },
      { ...clicked(visitor, 0, 'unsubscribe: now', cancel, 1), at: at(2010) },
      // A misspelling, and a closer look: no synonyms.
      { ...searched(visitor, 0, 'plann', 'none'), at: at(4000) },
      { ...searched(visitor, 0, 'plan'), at: at(4010) },
      { ...clicked(visitor, 0, 'plan', cancel, 1), at: at(4020) },
      {
        kind: 'page-missing',
        visitor,
        at: at(5000),
        details: { path: '/help/cancel', referrer: '' },
      },
      {
        kind: 'page-missing',
        visitor,
        at: at(5001),
        details: { path: '/help/invite', referrer: '' },
      },
      { kind: 'page-missing', visitor, at: at(5002), details: { path: '/zebra', referrer: '' } },
      {
        kind: 'page-missing',
        visitor,
        at: at(5003),
        details: { path: '/old/export', referrer: '' },
      },
    ]);
  }
  await sampleEvents(db, [
    { kind: 'page-missing', at: at(6000), details: { path: '/faq/17', referrer: '' } },
    { ...searched('dan', 0, 'stop', 'none'), at: at(0) },
    { ...searched('dan', 0, 'plan'), at: at(20) },
    { ...clicked('dan', 0, 'plan', cancel, 1), at: at(25) },
  ]);
  await rollUpEvents(db, now);
  await sql`
    INSERT INTO insight_states (kind, subject, state, note, target, at)
    VALUES ('missing-page', '/faq/17', 'planned', '', '/articles/using/export', ${now})`.execute(
    db,
  );

  const [asker, helper] = [await member(db, 'asker'), await member(db, 'helper')];
  await db
    .updateTable('members')
    .set({ name: 'Hel <per>\nX' })
    .where('id', '=', helper.id)
    .execute();
  await solved('Can I pay by invoice?', asker.id, helper.id, 'Yes: write to us **first**.');
  await solved('How to export?', asker.id, helper.id, 'See [it](/articles/using/export).');

  async function solved(title: string, asked: number, by: number, body: string) {
    const text = {
      created_at: yesterday,
      html: body.includes('(/') ? '<p><a href="/articles/using/export">it</a></p>' : '<p>Yes</p>',
    };
    const { id } = await db
      .insertInto('questions')
      .values({
        ...text,
        author_id: asked,
        title,
        body: 'We need one.',
        locale: 'en',
        category: 'using',
        tags: [],
        active_at: yesterday,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const answer = await db
      .insertInto('answers')
      .values({ ...text, author_id: by, body, question_id: id })
      .returning('id')
      .executeTakeFirstOrThrow();
    const accepted = { accepted_answer_id: answer.id, accepted_at: yesterday };
    await db.updateTable('questions').set(accepted).where('id', '=', id).execute();
  }
});

beforeEach(() => {
  git('checkout', '-qf', '.');
  git('clean', '-qfd');
});

describe('synonyms', () => {
  test('are learned from what was typed next and from what was opened, with the evidence', async () => {
    const { code, out } = await propose('--only', 'synonyms');
    expect(code).toBe(0);
    expect(read('search/synonyms.en.yml').split('\n').slice(2)).toEqual([
      '# 3 visits of 3 that changed it so opened a result',
      '- {from: quit, to: [plan]}',
      '# 3 visits opened articles/en/using/cancel.md, which has none of these words',
      '- {from: "unsubscribe: now", to: [cancel your plan]}',
      '',
    ]);
    expect(out).toContain('new  search/synonyms.en.yml');
    expect(await faults()).toEqual([]);
  });

  test('stand behind what is there, which stays as it is, and come once', async () => {
    const own = `# Ours\n  - [ Quit,   plan ] # either way\n  -   {to: [x], from: y}\n`;
    write('search/synonyms.en.yml', own);
    await propose('--only', 'synonyms');
    const once = read('search/synonyms.en.yml');
    expect(once.startsWith(own)).toBe(true);
    expect(once.slice(own.length).split('\n')).toEqual([
      '  # 3 visits opened articles/en/using/cancel.md, which has none of these words',
      '  - {from: "unsubscribe: now", to: [cancel your plan]}',
      '',
    ]);
    expect((await propose('--only', 'synonyms')).out).toContain('There is nothing to propose.');
    expect(read('search/synonyms.en.yml')).toBe(once);
  });

  test('are not written into a file that is faulty, which the check tells by line', async () => {
    write('search/synonyms.en.yml', '- [a, b]\n- one\n- [c]\n- {from: d}\n');
    write('search/synonyms.xx.yml', '');
    write('search/words.yml', '');
    expect((await propose('--only', 'synonyms')).out).toContain('nothing to propose');
    const options = { includeDrafts: false, now: new Date() };
    const told = (await readContent(contentDir, options)).faults;
    expect(told.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'search/synonyms.en.yml:2',
      'search/synonyms.en.yml:3',
      'search/synonyms.en.yml:4',
      'search/synonyms.xx.yml:1',
      'search/words.yml:1',
    ]);
  });
});

test('redirects go where authors decided, or to the only article near, and change nothing else', async () => {
  const { out } = await propose('--only', 'redirects');
  expect(read('articles/en/using/cancel.md')).toBe(
    CANCEL.replace('billing ]\n', 'billing ]\nredirectFrom: [/help/cancel]\n'),
  );
  expect(read('articles/en/using/export.md')).toContain('  - /old/export\n  - /faq/17\n---\n');
  expect(git('status', '--short').trim().split('\n')).toHaveLength(2);
  expect(out).toContain('/faq/17 → Export data (1 visit, as decided in insights)');
  expect(out).not.toMatch(/invite|zebra/);
  expect(await faults()).toEqual([]);
  const once = git('diff');
  expect((await propose('--only', 'redirects')).out).toContain('nothing to propose');
  expect(git('diff')).toBe(once);
});

describe('a draft', () => {
  const file = 'articles/en/using/can-i-pay-by-invoice.md';

  test('holds the question, the answer and where they are from, and names the writer', async () => {
    const { out } = await propose('--only', 'drafts');
    expect(git('status', '--short', '-uall').trim()).toBe(`?? ${file}`);
    expect(read(file)).toMatch(
      /^---\ntitle: Can I pay by invoice\?\ndraft: true\nfromQuestion: \d+\n---\n\nWe need one\.\n\nYes: write to us \*\*first\*\*\.\n/,
    );
    expect(read(file)).toMatch(
      /\(https:\/\/help\.example\.com\/community\/questions\/\d+\/can-i-pay-by-invoice\)/,
    );
    expect(out).toContain('\nCo-authored-by: Hel per X <helper@users.noreply.help.example.com>\n');
    expect(out + read(file)).not.toContain('helper@example.com');
    expect(await faults()).toEqual([]);
  });

  test('comes once, wherever it went, and never takes the place of another', async () => {
    write(file, '---\ntitle: Ours\n---\n\nOurs.\n');
    await propose('--only', 'drafts');
    expect(read(file)).toContain('title: Ours');
    const second = file.replace('.md', '-2.md');
    fs.renameSync(path.join(contentDir, second), path.join(contentDir, 'articles/en/using/pay.md'));
    expect((await propose('--only', 'drafts')).out).toContain('nothing to propose');
  });
});

test('a dry run writes nothing, all kinds come together, and nothing is committed', async () => {
  const dry = await propose('--dry-run');
  expect(dry.out).toContain('Nothing was written');
  expect(git('status', '--short')).toBe('');
  const { out } = await propose();
  expect(out).toContain(
    "Add synonyms, redirects, and drafts of articles that readers' deeds speak for",
  );
  expect(git('log', '--oneline').trim().split('\n')).toHaveLength(1);
  expect((await propose('--only', 'poems')).err).toContain('--only: expected some of');
});
