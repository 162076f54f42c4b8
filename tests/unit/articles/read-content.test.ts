import { execFileSync, spawnSync } from 'node:child_process';
import { utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readContent } from '#src/features/content/read-content.ts';
import { article, contentFolder, now, oneArticle, PLACE, read } from './content-folder.ts';

test('a folder with nothing but articles gets a site from its folders', async () => {
  const { site, categories, articles, notices, faults } = await read({
    'articles/de/get-started/a.md': article(),
    'articles/en/get-started/a.md': article('Text.\n', 'title: A'),
    'articles/ja/faq/b.md': article(),
  });
  expect(site).toEqual({
    name: 'Help Center',
    accent: '#0b5fff',
    defaultLocale: 'en',
    locales: ['en', 'de', 'ja'],
    links: [],
    contact: [],
    contactForm: true,
    generalSynonyms: true,
  });
  expect(categories.map(({ locale, name, title }) => [locale, name, title])).toEqual([
    ['en', 'get-started', 'Get started'],
    ['en', 'faq', 'Faq'],
  ]);
  expect(articles.map(({ file }) => file)).toEqual([
    'articles/de/get-started/a.md',
    'articles/en/get-started/a.md',
    'articles/ja/faq/b.md',
  ]);
  expect([notices, faults]).toEqual([[], []]);
  expect(articles[1]).toMatchObject({
    locale: 'en',
    category: 'get-started',
    slug: 'a',
    title: 'A',
    order: Number.MAX_SAFE_INTEGER,
    tags: [],
    keywords: [],
    related: [],
    redirectFrom: [],
    draft: false,
    unlisted: false,
    body: '\nText.\n',
    bodyLine: 4,
    words: 1,
    sections: [],
  });
});

test('every file of a full folder is read', async () => {
  const { site, authors, categories, articles, notices, faults } = await read({
    'site.yml':
      'name: Acme Help\nlogo: ./logo.svg\naccent: "#06C"\ndefaultLocale: de\nlocales: [de, en]\nlinks:\n  - { label: Home, url: https://example.com }\neditUrl: https://example.com/{file}\ncontact:\n  - { label: Write, url: mailto:a@example.com, note: Soon }\n  - { label: Call, url: "tel:+49", hours: 9 to 17 }\nstatusPage: https://status.example.com\ncontactForm: false\ngeneralSynonyms: false\n',
    'logo.svg': '<svg/>',
    'authors.yml': 'mara: { name: Mara, email: mara@example.com }\nyuki: { name: Yuki }\n',
    'articles/de/using/_category.yml': 'title: Benutzen\norder: 2\nicon: compass\n',
    'articles/en/using/_category.yml': 'title: Using\n',
    'articles/de/using/a.md': article(
      '',
      'title: A\ndescription: D\nowner: mara\norder: 3\ntags: [t]\nkeywords: [k]\nupdated: 2026-01-02\nreviewBy: 2027-01-02\nrelated: [using/b]\nredirectFrom: [/old]\nunlisted: true\npublishAt: 2026-11-01',
    ),
    'articles/de/using/b.md': article(),
    'notices/down.md':
      '---\nseverity: critical\nstart: 2026-11-20T09:00:00+01:00\ncategories: [using]\nlocale: de\n---\n\nText\n',
    'notices/plain.md': 'Just text.',
  });
  expect(faults).toEqual([]);
  expect(site).toEqual({
    name: 'Acme Help',
    logo: 'logo.svg',
    accent: '#0066cc',
    defaultLocale: 'de',
    locales: ['de', 'en'],
    links: [{ label: 'Home', url: 'https://example.com' }],
    editUrl: 'https://example.com/{file}',
    contact: [
      { label: 'Write', url: 'mailto:a@example.com', note: 'Soon' },
      { label: 'Call', url: 'tel:+49', hours: '9 to 17' },
    ],
    statusPage: 'https://status.example.com',
    contactForm: false,
    generalSynonyms: false,
  });
  expect(authors.get('mara')).toEqual({ handle: 'mara', name: 'Mara', email: 'mara@example.com' });
  expect(categories).toEqual([
    { locale: 'de', name: 'using', title: 'Benutzen', order: 2, icon: 'compass' },
    { locale: 'en', name: 'using', title: 'Using', order: 2, icon: 'compass' },
  ]);
  expect(articles[0]).toMatchObject({
    title: 'A',
    description: 'D',
    owner: 'mara',
    order: 3,
    tags: ['t'],
    keywords: ['k'],
    updated: '2026-01-02',
    reviewBy: '2027-01-02',
    related: ['using/b'],
    redirectFrom: ['/old'],
    unlisted: true,
    publishAt: '2026-11-01T00:00:00.000Z',
  });
  expect(notices).toEqual([
    {
      id: 'down',
      severity: 'critical',
      start: '2026-11-20T08:00:00.000Z',
      categories: ['using'],
      locale: 'de',
      body: 'Text',
    },
    { id: 'plain', severity: 'info', categories: [], body: 'Just text.' },
  ]);
});

test('a faulty field gets its default, and the article stays', async () => {
  const { articles } = await read({ [PLACE]: article('Text', 'titel: T\norder: x\ntags: [a]') });
  expect(articles).toMatchObject([
    { title: 'Search', order: Number.MAX_SAFE_INTEGER, tags: ['a'] },
  ]);
});

describe('drafts and articles of the future', () => {
  const files = {
    'articles/en/a/draft.md': article('', 'title: T\ndraft: true'),
    'articles/en/a/dated-draft.md': article(
      '',
      'title: T\ndraft: true\npublishAt: 2026-11-20T12:15Z',
    ),
    'articles/en/a/later.md': article('', 'title: T\npublishAt: 2026-12-24'),
    'articles/en/a/soon.md': article('', 'title: T\npublishAt: 2026-11-20T13:30:00+01:00'),
    'articles/en/a/past.md': article('', 'title: T\npublishAt: 2026-11-20T11:59:00Z'),
  };

  test('are left out, and the next date is told', async () => {
    const { articles, nextPublishAt } = await read(files);
    expect(articles.map(({ slug }) => slug)).toEqual(['past']);
    expect(nextPublishAt).toBe('2026-11-20T12:30:00.000Z');
  });

  test('are taken when asked for', async () => {
    const { articles } = await read(files, { includeDrafts: true });
    expect(articles).toHaveLength(5);
  });

  test('appear when their moment has come', async () => {
    const { articles, nextPublishAt } = await read(files, {
      now: new Date('2026-11-20T12:30:00Z'),
    });
    expect(articles.map(({ slug }) => slug)).toEqual(['past', 'soon']);
    expect(nextPublishAt).toBe('2026-12-24T00:00:00.000Z');
  });

  test('a folder without them has no next date', async () => {
    expect((await read(oneArticle(''))).nextPublishAt).toBeUndefined();
  });
});

describe('sections', () => {
  test('are the headings of the second to the fourth level, with the ids of the page', async () => {
    const body = [
      '## Plain *and* `code` ![picture](https://example.com/x.png)',
      '### Twice',
      '### Twice',
      '## At 10:30 with :kbd[Ctrl+K]',
      '## Own {#my-own}',
      '#### Überblick: 検索 & more!',
      '##### Too deep',
      '## Too deep',
      ':::details[More]\n## Inside\n:::',
      '```\n## Not one\n```',
    ].join('\n\n');
    const { articles } = await read(oneArticle(body));
    expect(articles[0]?.sections).toEqual([
      { id: 'plain-and-code', title: 'Plain and code', depth: 2 },
      { id: 'twice', title: 'Twice', depth: 3 },
      { id: 'twice-1', title: 'Twice', depth: 3 },
      { id: 'at-1030-with-ctrlk', title: 'At 10:30 with Ctrl+K', depth: 2 },
      { id: 'my-own', title: 'Own', depth: 2 },
      { id: 'überblick-検索--more', title: 'Überblick: 検索 & more!', depth: 4 },
      { id: 'too-deep-1', title: 'Too deep', depth: 2 },
      { id: 'inside', title: 'Inside', depth: 2 },
    ]);
  });
});

describe('words', () => {
  test.each([
    ['en', 'Two words, [three](https://example.com/a/b) **four** `five` — six.', 6],
    ['en', '## One\n\n| two | three |\n| --- | --- |\n\n```\nfour five\n```', 5],
    ['ja', '検索は簡単です。', 4],
    ['ar', 'ابحث عن مقال', 3],
  ])('%s: %s', async (locale, body, words) => {
    const { articles } = await read({ [`articles/${locale}/a/b.md`]: article(body) });
    expect(articles[0]?.words).toBe(words);
  });
});

describe('the revision', () => {
  const revisionOf = async (body: string) => (await read(oneArticle(body))).articles[0]?.revision;

  test('is not changed by what no reader sees', async () => {
    const plain = await revisionOf('Café\n\nMore\n');
    expect(plain).toMatch(/^[\da-f]{16}$/);
    for (const same of [
      'Café\r\n\r\nMore\r\n',
      '\n\nCafé  \n\n\n\nMore\t\n\n\n',
      'Cafe\u0301\n\nMore',
    ]) {
      expect(await revisionOf(same)).toBe(plain);
    }
  });

  test('changes with the text', async () => {
    expect(await revisionOf('Cafe\n\nMore')).not.toBe(await revisionOf('Café\n\nMore'));
    expect(await revisionOf('A\nB')).not.toBe(await revisionOf('A\n\nB'));
  });
});

const hasGit = spawnSync('git', ['--version']).status === 0;

describe.skipIf(!hasGit)('the date of the last change', () => {
  const git = (dir: string, date: string, ...args: string[]) => {
    vi.stubEnv('GIT_AUTHOR_DATE', date);
    vi.stubEnv('GIT_COMMITTER_DATE', date);
    onTestFinished(() => void vi.unstubAllEnvs());
    const name = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
    execFileSync('git', ['-C', dir, ...name, ...args], { stdio: 'pipe' });
  };

  async function repository(): Promise<string> {
    const root = await contentFolder({
      'help/articles/en/a/first.md': article('', 'title: T'),
      'help/articles/en/a/überall.md': article('', 'title: T'),
      'help/articles/en/a/dated.md': article('', 'title: T\nupdated: 2020-01-01'),
      'other.txt': 'x',
    });
    git(root, '2025-01-01T12:00:00Z', 'init', '-q');
    git(root, '2025-01-01T12:00:00Z', 'add', '.');
    git(root, '2025-01-01T12:00:00Z', 'commit', '-qm', 'First');
    return root;
  }

  const days = async (dir: string) => {
    const { articles } = await readContent(dir, { includeDrafts: false, now });
    return Object.fromEntries(articles.map(({ slug, updated }) => [slug, updated]));
  };

  test('comes from the front matter, else from git, else from the file', async () => {
    const root = await repository();
    await writeFile(path.join(root, 'help/articles/en/a/first.md'), article('New', 'title: T'));
    git(root, '2025-06-30T12:00:00Z', 'commit', '-qam', 'Second');
    const fresh = path.join(root, 'help/articles/en/a/fresh.md');
    await writeFile(fresh, article('', 'title: T'));
    await utimes(fresh, new Date('2024-05-05'), new Date('2024-05-05T12:00:00Z'));
    expect(await days(path.join(root, 'help'))).toEqual({
      first: '2025-06-30',
      überall: '2025-01-01',
      dated: '2020-01-01',
      fresh: '2024-05-05',
    });
  });

  test('is not taken from a clone that does not reach back', async () => {
    const root = await repository();
    const clone = path.join(root, 'clone');
    git(root, '2025-01-01T12:00:00Z', 'clone', '-q', '--depth', '1', `file://${root}`, clone);
    const file = path.join(clone, 'help/articles/en/a/first.md');
    await utimes(file, new Date('2024-05-05'), new Date('2024-05-05T12:00:00Z'));
    expect(await days(path.join(clone, 'help'))).toMatchObject({ first: '2024-05-05' });
  });

  test('comes from the file where there is no git', async () => {
    const dir = await contentFolder(oneArticle(''));
    await utimes(path.join(dir, PLACE), new Date('2024-05-05'), new Date('2024-05-05T12:00:00Z'));
    expect(await days(dir)).toEqual({ search: '2024-05-05' });
  });
});
