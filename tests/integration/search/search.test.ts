import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSearchIndex } from '#src/features/search/build-index.ts';
import { SearchAway, searchOnServer, stopSearching } from '#src/features/search/engine-server.ts';
import type { Piece } from '#src/features/search/passage.ts';
import { publishIndex } from '#src/features/search/publish-index.ts';
import type { SearchAnswer } from '#src/features/search/query.ts';
import { builtSite, type BuiltSite, type SitePage } from '#tests/support/search-site.ts';

const writing = { name: 'writing', title: 'Writing articles' };

const pages: SitePage[] = [
  {
    file: 'articles/using/reset.html',
    locale: 'en',
    title: 'Reset your password',
    html: `<p>Choose “Forgot password”.</p>
      <h2 id="no-mail">The message does not arrive</h2><p>Look into the spam folder & wait.</p>`,
    keywords: ['passphrase', 'credentials'],
  },
  {
    file: 'articles/writing/images.html',
    locale: 'en',
    title: 'Images',
    html: '<p>A folder beside the article holds its images. Write <code>&lt;img&gt;</code> never.</p>',
    category: writing,
  },
  {
    file: 'articles/using/secret.html',
    locale: 'en',
    title: 'A hidden folder',
    html: '<p>Unlisted.</p>',
    unlisted: true,
  },
  {
    file: 'ja/articles/using/reset.html',
    locale: 'ja',
    title: 'パスワードを再設定する',
    html: `<p>ログイン画面で「パスワードを忘れた」をクリックします。</p>
      <h2 id="メールが届かない場合">メールが届かない場合</h2><p>迷惑メールフォルダーを確認してください。</p>`,
    category: { name: 'using', title: '使い方' },
    keywords: ['合言葉'],
  },
  {
    file: 'ar/articles/using/reset.html',
    locale: 'ar',
    title: 'إعادة تعيين كلمة المرور',
    html: `<p>انقر على نسيت كلمة المرور في صفحة تسجيل الدخول.</p>
      <h2 id="mail">البريد لا يصل</h2><p>تحقق من مجلد الرسائل غير المرغوب فيها.</p>`,
    category: { name: 'using', title: 'استخدام المركز' },
  },
  // A fallback page: the reader's language around the default one's text.
  {
    file: 'de/articles/writing/images.html',
    locale: 'de',
    title: 'Images',
    html: '<p>A folder beside the article holds its images.</p>',
    category: { name: 'writing', title: 'Artikel schreiben' },
  },
];

let site: BuiltSite;
let dir: string;

async function indexSite(): Promise<void> {
  await buildSearchIndex(site.pagesDir, site.indexDir);
  await publishIndex(site.indexDir, dir);
}

beforeAll(async () => {
  site = await builtSite(pages);
  dir = path.join(site.clientDir, 'pagefind');
  await indexSite();
});
afterAll(async () => {
  stopSearching();
  await site.remove();
});

const search = (locale: string, query: string, category?: string) =>
  searchOnServer(dir, { locale, query, category });
const text = (pieces: Piece[] = []) =>
  pieces.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');
const urls = ({ articles }: SearchAnswer) =>
  articles.flatMap(({ url, sections }) => [url, ...sections.map((section) => section.url)]);

test('an English query finds the article, the section, and the words', async () => {
  const answer = await search('en', 'spam folder');
  expect(urls(answer)).toEqual(['/articles/using/reset', '/articles/using/reset#no-mail']);
  const [article] = answer.articles;
  expect(text(article?.title)).toBe('Reset your password');
  expect(article?.category).toEqual({ name: 'using', title: 'Using the help center' });
  expect(text(article?.sections[0]?.title)).toBe('The message does not arrive');
  expect(text(article?.sections[0]?.excerpt)).toBe('Look into the [spam folder] & wait.');
});

test('a keyword that is not in the text finds the article and is not shown', async () => {
  const answer = await search('en', 'passphrase');
  expect(urls(answer)).toEqual(['/articles/using/reset']);
  expect(JSON.stringify(answer.articles)).not.toContain('passphrase');
});

test('other forms of a word are found', async () => {
  expect(urls(await search('en', 'passwords'))[0]).toBe('/articles/using/reset');
});

test('neither an unlisted article nor what surrounds an article is found', async () => {
  expect((await search('en', 'unlisted')).total).toBe(0);
  expect((await search('en', 'header')).total).toBe(0);
});

test('text that looks like HTML arrives as text', async () => {
  const [article] = (await search('en', 'write never')).articles;
  expect(text(article?.excerpt)).toContain('[Write] <img> [never].');
});

test('categories are counted for the whole query and narrow it', async () => {
  const counts = [
    { name: 'using', title: 'Using the help center', count: 1 },
    { name: 'writing', title: 'Writing articles', count: 1 },
  ];
  const all = await search('en', 'folder');
  expect(all).toMatchObject({ total: 2, category: undefined, categories: counts });
  const some = await search('en', 'folder', 'writing');
  expect(some).toMatchObject({ total: 1, category: 'writing', categories: counts });
  expect(urls(some)).toEqual(['/articles/writing/images']);
  expect(await search('en', 'folder', 'gone')).toMatchObject({ total: 2, category: undefined });
});

test('a Japanese query, written without spaces, finds the Japanese article', async () => {
  expect(urls(await search('ja', 'パスワード'))).toEqual(['/ja/articles/using/reset']);
  const mail = await search('ja', '迷惑メール');
  expect(urls(mail)).toContain('/ja/articles/using/reset#メールが届かない場合');
  expect(text(mail.articles[0]?.title)).toBe('パスワードを再設定する');
  expect(text(mail.articles[0]?.sections[0]?.excerpt)).toBe(
    '[迷惑メールフォルダー]を確認してください。',
  );
  expect((await search('ja', '合言葉')).total).toBe(1);
  expect((await search('ja', 'パスワード')).categories).toEqual([
    { name: 'using', title: '使い方', count: 1 },
  ]);
});

test('an Arabic query finds the Arabic article', async () => {
  const answer = await search('ar', 'كلمة المرور');
  expect(urls(answer)).toEqual(['/ar/articles/using/reset']);
  expect(text(answer.articles[0]?.title)).toBe('إعادة تعيين [كلمة المرور]');
  expect(urls(await search('ar', 'مجلد الرسائل'))).toContain('/ar/articles/using/reset#mail');
});

test('each locale has its own index, fallback pages included', async () => {
  expect(urls(await search('de', 'images'))).toEqual(['/de/articles/writing/images']);
  expect((await search('de', 'password')).total).toBe(0);
  expect((await search('fr', 'password')).total).toBe(0);
});

test.each([
  ['en', 'spam folder', 'good'],
  ['en', 'Passwords', 'good'],
  ['en', 'passw', 'good'],
  ['en', 'forgotten password', 'good'],
  ['en', 'passphrase', 'good'],
  ['en', 'spam foldings', 'partial'],
  ['en', 'zzzz', 'none'],
  ['ja', '迷惑メール', 'good'],
  ['ja', '合言葉', 'good'],
  ['ar', 'كلمة المرور', 'good'],
  ['de', 'password', 'none'],
])('in %s, “%s” is matched %s', async (locale, query, quality) => {
  expect((await search(locale, query)).quality).toBe(quality);
});

test('many searches at once each get their own answer, also while the index is loading', async () => {
  stopSearching();
  const queries = ['spam', 'password', 'message', 'folder', 'arrive', 'wait'];
  const crowd = await Promise.all(
    Array.from({ length: 60 }, (_, i) => search('en', queries[i % queries.length] ?? '')),
  );
  for (const [i, query] of queries.entries()) {
    const alone = await search('en', query);
    for (let at = i; at < crowd.length; at += queries.length) expect(crowd[at]).toEqual(alone);
  }
});

test('more searches than can wait are turned away, and the next one is answered', async () => {
  const crowd = await Promise.allSettled(
    Array.from({ length: 300 }, () => search('en', 'password')),
  );
  const refused = crowd.filter((one) => one.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every(({ reason }) => reason instanceof SearchAway)).toBe(true);
  expect((await search('en', 'password')).total).toBe(1);
});

test.each(['"', '""', '\\', '%00', '<script>', '*', 'a'.repeat(10_000), '💥 💥', '"spam folder"'])(
  'the query %j is answered',
  async (query) => {
    expect((await search('en', query)).total).toBeGreaterThanOrEqual(0);
  },
);

test('without an index the search says that it is away', async () => {
  await expect(
    searchOnServer(path.join(dir, 'nowhere'), { locale: 'en', query: 'a' }),
  ).rejects.toThrow(SearchAway);
});

test('only what is needed is put beside the pages', async () => {
  const files = await readdir(dir);
  expect(files.filter((file) => !file.endsWith('.pf_meta')).sort()).toEqual([
    'filter',
    'fragment',
    'index',
    'pagefind-entry.json',
    'pagefind-worker.js',
    'pagefind.js',
    'wasm.ar.pagefind',
    'wasm.de.pagefind',
    'wasm.en.pagefind',
    'wasm.unknown.pagefind',
  ]);
});

test('a rebuilt index replaces the old one, under a running server too', async () => {
  const before = await readdir(path.join(dir, 'fragment'));
  await site.write([
    {
      file: 'articles/writing/images.html',
      locale: 'en',
      title: 'Pictures',
      html: '<p>Photographs and drawings.</p>',
      category: writing,
    },
  ]);
  await indexSite();
  const after = await readdir(path.join(dir, 'fragment'));
  expect(after).toHaveLength(before.length);
  expect(after.filter((name) => !before.includes(name))).toHaveLength(1);
  expect(urls(await search('en', 'photographs'))).toEqual(['/articles/writing/images']);
  expect((await search('en', 'beside')).total).toBe(0);
});

test('what a killed build left half written is written anew', async () => {
  const cache = site.indexDir;
  const [name = ''] = await readdir(path.join(cache, 'fragment'));
  const whole = await readFile(path.join(cache, 'fragment', name));
  await writeFile(path.join(cache, 'fragment', name), whole.subarray(0, 20));
  await rm(path.join(cache, 'complete'));
  await rm(dir, { recursive: true });
  await indexSite();
  expect(await readFile(path.join(dir, 'fragment', name))).toEqual(whole);
});

test('a search that hangs is given up, and the next one starts afresh', async () => {
  const runtime = path.join(dir, 'pagefind.js');
  const sound = await readFile(runtime);
  stopSearching();
  await writeFile(runtime, 'for (;;);');
  await expect(search('en', 'password')).rejects.toThrow('too long');
  await writeFile(runtime, sound);
  expect((await search('en', 'password')).total).toBe(1);
});
