import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '#src/features/content/read-content.ts';
import { rollUpEvents } from '#src/features/events/roll-up-events.ts';
import { giveFeedback } from '#src/features/feedback/give-feedback.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { factsOf } from '#tests/integration/feedback/sample-articles.ts';
import { runCli } from '#tests/support/run-cli.ts';
import { clicked, sampleEvents, searched, view } from '#tests/support/sample-events.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db, url } = await testDatabase();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'in git-'));
const repository = path.join(folder, 'help');
const contentDir = path.join(repository, 'docs');
afterAll(() => fs.rmSync(folder, { recursive: true }));

const settings = {
  CONTENT_DIR: contentDir,
  DATA_DIR: path.join(folder, 'none'),
  DATABASE_URL: url,
};

const run = (command: string, args: string[], env = settings) => runCli(command, args, env);

const changed = (args: string[] = ['--base', 'main'], env = settings) =>
  run('insights-changed', args, env);

const git = (...args: string[]) =>
  execFileSync('git', ['-C', repository, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    encoding: 'utf8',
  });

const place = (name: string) => path.join(contentDir, 'articles', 'en', 'using', `${name}.md`);
const words = (name: string) => Array.from({ length: 60 }, (_, at) => `${name}${at}`).join(' ');
function write(name: string, more = '', body = words(name)): void {
  fs.mkdirSync(path.dirname(place(name)), { recursive: true });
  fs.writeFileSync(place(name), `---\ntitle: How to ${name}\n${more}---\n\n${body}\n`);
}

/** Begins a branch of its own where main stands, and does something there. */
function branch(name: string, deed: () => void): void {
  git('checkout', '-q', '-f', 'main');
  git('clean', '-qfd');
  git('checkout', '-q', '-b', name);
  deed();
  git('add', '-A');
  git('commit', '-q', '-m', name);
}

beforeAll(async () => {
  fs.mkdirSync(repository, { recursive: true });
  execFileSync('git', ['init', '-q', '-b', 'main', repository]);
  for (const name of ['export', 'invite', 'quiet']) write(name);
  write('linking', '', `See [the export](./export.md).\n\n${words('linking')}`);
  git('add', '-A');
  git('commit', '-q', '-m', 'begin');

  const now = new Date();
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const { articles } = await readContent(contentDir, { includeDrafts: false, now });
  await syncArticles(db, articles, 'en', ago(400));
  const exporting = articles.find(({ slug }) => slug === 'export')!;
  for (let at = 0; at < 12; at += 1) {
    const ballot = { article: factsOf(exporting), revision: exporting.revision, locale: 'en' };
    const told =
      at === 11 ? { comment: 'Where is the `menu`? @all', reason: 'outdated' as const } : {};
    const voter = { code: `visitor-${at}`, codeYesterday: undefined };
    await giveFeedback(db, { ...ballot, answer: at < 3 ? 'yes' : 'no', ...told }, voter, ago(30));
  }
  const { rows } = await sql<{ id: number; slug: string }>`SELECT id, slug FROM articles`.execute(
    db,
  );
  const idOf = (slug: string) => rows.find((row) => row.slug === slug)!.id;
  const at = ago(26).toISOString();
  await sampleEvents(db, [
    { ...searched('ann', 0, 'download csv'), at },
    { ...clicked('ann', 0, 'download csv', idOf('export'), 1), at },
    view('ann', at, idOf('export'), 40),
    view('ben', at, idOf('invite'), 40),
  ]);
  await rollUpEvents(db, now);
});

describe('what a branch touches', () => {
  test('is told with what readers said, their words as code', async () => {
    branch('edit', () => write('export', '', `${words('export')} and more.`));
    const { code, out, err } = await changed();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('<!-- helpmark-insights -->');
    expect(out).toContain(
      '| articles/en/using/export.md | edited | 1 | 1 | 25 % (9 to 53) | 12 |  |',
    );
    expect(out).toContain('- Searches that led here: ` download csv ` 1');
    expect(out).toContain('- Readers: 1 view, 1 read\n');
    expect(out).toContain('- Reasons: outdated 1');
    expect(out).toMatch(/no, outdated: `` Where is the `menu`\? @all ``$/m);
    expect(out).not.toContain('invite');
  });

  test('is nothing where only other files change', async () => {
    branch('other', () => fs.writeFileSync(path.join(repository, 'README'), 'hello'));
    const { code, out } = await changed();
    expect({ code, out: out.trim() }).toEqual({
      code: 0,
      out: '<!-- helpmark-insights -->\nThis branch touches no article.',
    });
  });

  test('counts before it is committed too, and not what main did meanwhile', async () => {
    branch('slow', () => write('invite', '', `${words('invite')} later.`));
    git('checkout', '-q', 'main');
    git('checkout', '-q', '-b', 'ahead');
    write('quiet', '', `${words('quiet')} ahead.`);
    git('commit', '-qam', 'ahead');
    git('checkout', '-q', 'slow');
    write('linking', '', words('linking'));
    const { out } = await changed(['--base', 'ahead']);
    expect(out).toContain('| articles/en/using/invite.md | edited | 1 |');
    expect(out).toContain('| articles/en/using/linking.md | edited | 0 |');
    expect(out).not.toContain('quiet');
  });
});

describe('an article that is gone', () => {
  test('fails the check when it has readers, and names the links that break', async () => {
    branch('gone', () => fs.rmSync(place('export')));
    const { code, out, err } = await changed();
    expect(code).toBe(1);
    expect(err).toContain('/articles/using/export has readers and would lead nowhere.');
    expect(out).toContain('### Redirects that are missing');
    expect(out).toContain('` redirectFrom: [/articles/using/export] `');
    expect(out).toContain('articles/en/using/linking.md:5');
    expect(err).not.toContain('    at ');
  });

  test('fails it too when it was moved, or is only a draft now', async () => {
    branch('moved', () => fs.renameSync(place('invite'), place('invite-people')));
    const moved = await changed();
    expect(moved.code).toBe(1);
    expect(moved.out).toContain('moved from articles/en/using/invite.md');
    expect(moved.out).toContain('In the front matter of ` articles/en/using/invite-people.md `: `');
    branch('draft', () => write('invite', 'draft: true\n'));
    const draft = await changed();
    expect(draft.code).toBe(1);
    expect(draft.out).toContain('| articles/en/using/invite.md | no longer published |');
  });

  test('passes with a redirect, whoever sees that it was moved', async () => {
    branch('followed', () => {
      fs.rmSync(place('invite'));
      write('people', 'redirectFrom: [/articles/using/invite]\n', words('rewritten'));
    });
    const { code, out } = await changed();
    expect(code).toBe(0);
    expect(out).toContain(
      '| articles/en/using/people.md | moved from articles/en/using/invite.md | 1 |',
    );
  });

  test('passes without when nobody came for it', async () => {
    branch('unread', () => fs.rmSync(place('quiet')));
    const { code, out } = await changed();
    expect(code).toBe(0);
    expect(out).toContain('` /articles/using/quiet `.');
  });
});

describe('the search tests of writers', () => {
  const search = path.join(contentDir, 'search');
  const wants = (article: string) =>
    fs.writeFileSync(path.join(search, 'tests.yml'), `- {query: export, article: ${article}}\n`);

  test('pass in silence while they hold', async () => {
    branch('tested', () => {
      fs.mkdirSync(search, { recursive: true });
      wants('using/export');
    });
    const { code, out } = await changed();
    expect({ code, out: out.trim() }).toEqual({
      code: 0,
      out: '<!-- helpmark-insights -->\nThis branch touches no article.',
    });
  });

  test('fail the check when they break, with what stands there instead', async () => {
    branch('broken', () => {
      fs.mkdirSync(search, { recursive: true });
      wants('using/quiet');
    });
    const { code, out, err } = await changed();
    expect({ code, err: err.trim() }).toEqual({ code: 1, err: '1 search test failed.' });
    expect(out).toContain(
      '### Search tests that fail\n\n- ` search/tests.yml:1: "export" has to find using/quiet among the first 3, but does not find it `\n',
    );
    expect(out).toContain('\n  - ` looked for export `\n');
    expect(out).toContain('\n  - ` 1 using/export `\n');
    const { failedTests } = JSON.parse((await changed(['--base', 'main', '--json'])).out);
    expect(failedTests).toMatchObject([{ line: 1, query: 'export', rank: null }]);
  });
});

describe('what git cannot tell is said in words', () => {
  test('without a base, with one that is not there, and outside of git', async () => {
    expect((await changed([])).err).toContain('--base: expected');
    expect((await changed(['--base', 'nowhere'])).err).toContain('git knows no "nowhere" here');
    expect((await changed(['--base=--output=/tmp/x'])).err).toContain('git knows no');
    const outside = path.join(folder, 'outside');
    fs.cpSync(contentDir, outside, { recursive: true });
    const { err } = await changed(['--base', 'main'], { ...settings, CONTENT_DIR: outside });
    expect(err).toContain('is in no git repository');
  });

  test('in a shallow clone', async () => {
    branch('far', () => write('quiet', '', `${words('quiet')} once.`));
    write('quiet', '', `${words('quiet')} twice.`);
    git('commit', '-qam', 'twice');
    git('checkout', '-q', 'main');
    write('invite', '', `${words('invite')} on main.`);
    git('commit', '-qam', 'main goes on');
    const clone = path.join(folder, 'shallow');
    const from = `file://${repository}`;
    execFileSync('git', ['clone', '-q', '--depth=1', '--no-single-branch', from, clone]);
    execFileSync('git', ['-C', clone, 'checkout', '-q', 'far'], { stdio: 'ignore' });
    const env = { ...settings, CONTENT_DIR: path.join(clone, 'docs') };
    const { code, err } = await changed(['--base', 'origin/main'], env);
    expect(code).toBe(1);
    expect(err).toContain('This clone is shallow');
    expect(err).toContain('fetch-depth: 0');
  });
});

describe('the verdicts of edits', () => {
  const verdicts = (...args: string[]) => run('insights-verdicts', args);

  test('are none before anything was edited', async () => {
    expect((await verdicts()).out).toContain('No article changed by 5 % of its words');
    expect((await verdicts('--weeks', '99')).err).toContain(
      '--weeks: expected a number from 1 to 52',
    );
  });

  test('are told, and so is what the open ones wait for', async () => {
    const now = new Date();
    const { articles } = await readContent(contentDir, { includeDrafts: false, now });
    const edited = articles.map((article) =>
      ['export', 'invite'].includes(article.slug)
        ? { ...article, body: words('fresh'), revision: `new ${article.slug}`.padEnd(16, '0') }
        : article,
    );
    await syncArticles(db, edited, 'en', new Date(now.getTime() - 20 * 3_600_000));
    const exporting = edited.find(({ slug }) => slug === 'export')!;
    for (let at = 0; at < 20; at += 1) {
      const ballot = { article: factsOf(exporting), revision: exporting.revision, locale: 'en' };
      const voter = { code: `new-${at}`, codeYesterday: undefined };
      await giveFeedback(db, { ...ballot, answer: at < 18 ? 'yes' : 'no' }, voter, now);
    }
    const { code, out } = await verdicts();
    expect(code).toBe(0);
    const [told = '', open = ''] = out.split('\n\n');
    expect(told).toMatch(/^The verdict is in:$/m);
    expect(told).toMatch(/en\/using\/export +better +\+65 points .* 3 of 12 +18 of 20/);
    expect(open).toMatch(/en\/using\/invite +nobody had voted on the text before/);
    expect((await verdicts('--markdown')).out).toContain('### Still open');
    expect(JSON.parse((await verdicts('--json')).out)).toHaveLength(2);
    expect((await verdicts('--weeks', '99')).err).toContain(
      '--weeks: expected a number from 1 to 52',
    );
  });
});
