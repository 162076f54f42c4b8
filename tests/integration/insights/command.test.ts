import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveFeedback } from '#src/features/feedback/give-feedback.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { setAside } from '#src/features/feedback/vote.ts';
import { article, factsOf } from '#tests/integration/feedback/sample-articles.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db, url } = await testDatabase();
const root = path.resolve(import.meta.dirname, '..', '..', '..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'insights-'));
const contentDir = path.join(folder, 'content');
const here = { CONTENT_DIR: contentDir, DATA_DIR: path.join(folder, 'none'), DATABASE_URL: url };
afterAll(() => fs.rmSync(folder, { recursive: true }));

/** Runs the command as npm does, and tells what it printed and how it ended. */
function insights(args: string[], env: Record<string, string> = here) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      ['src/cli/insights.ts', ...args],
      { cwd: root, env },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
}

const invite = article();
const search = article({ slug: 'search' });

test('before anybody has voted it says what to do', async () => {
  expect((await insights([])).out).toContain('No reader has voted yet.');
});

test('where there never was a database it says so, and leaves none behind', async () => {
  const { code, out } = await insights([], { ...here, DATABASE_URL: '' });
  expect({ code, out }).toMatchObject({ code: 0 });
  expect(out).toContain('There is no database here');
  expect(fs.existsSync(here.DATA_DIR)).toBe(false);
});

describe('with votes', () => {
  beforeAll(async () => {
    fs.mkdirSync(path.join(contentDir, 'articles/en/using'), { recursive: true });
    fs.writeFileSync(path.join(contentDir, 'articles/en/using/coming.md'), '');
    await syncArticles(db, [invite, search], 'en', new Date());
    const ballot = { article: factsOf(invite), revision: invite.revision, locale: 'en' };
    for (let index = 0; index < 12; index += 1) {
      const voter = { code: `visitor-${index}`, codeYesterday: undefined };
      await giveFeedback(db, { ...ballot, answer: index < 9 ? 'yes' : 'no' }, voter, new Date());
    }
    await setAside(db, 'honeypot', new Date());
  });

  test('it prints a table, and counts what has none and what programs sent', async () => {
    const { code, out } = await insights([]);
    expect(code).toBe(0);
    expect(out).toMatch(/^en\/using\/invite +12 +9 +75 % \(47 to 91\)$/m);
    expect(out).toContain('1 more without votes so far.');
    expect(out).toContain('Sent by programs in the last 30 days, and not counted: 1.');
    expect(out).not.toContain('examples');
  });

  test('it prints JSON of all articles, and nothing else', async () => {
    const { out } = await insights(['--json']);
    expect(JSON.parse(out)).toMatchObject([
      { slug: 'invite', n: 12, yes: 9, helpfulness: { share: 0.75 }, change: null },
      { slug: 'search', n: 0, helpfulness: null },
    ]);
  });

  test('it prints Markdown', async () => {
    expect((await insights(['--markdown'])).out).toContain(
      '| en/using/invite | 12 | 9 | 75 % (47 to 91) |  |',
    );
  });

  test('for certain files it prints those, with or without votes', async () => {
    const files = ['articles/en/using/search.md', 'articles/en/using/coming.md'];
    const { code, out } = await insights(files);
    expect(code).toBe(0);
    expect(out).toMatch(/^en\/using\/search +0 +0 +no votes yet$/m);
    expect(out).toContain('articles/en/using/coming.md has not been shown by a running site yet.');
    expect(out).not.toContain('invite');
  });

  test('it refuses a file that is not there, by name', async () => {
    const { code, out, err } = await insights(['articles/en/using/nope.md']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('No article is kept in\n  articles/en/using/nope.md');
    expect(err).not.toContain('    at ');
  });

  test('it says when the database is older than it is', async () => {
    await db.schema.dropTable('trapped_feedback').execute();
    const { code, err } = await insights([]);
    expect(code).toBe(1);
    expect(err).toContain('npm run db -- migrate');
  });
});
