import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askSearch, SearchAway, stopSearching } from '#src/features/search/engine-server.ts';
import type { Piece } from '#src/features/search/passage.ts';
import type { SearchAnswer } from '#src/features/search/query.ts';
import { searchSite, type SearchSite } from '#tests/support/search-site.ts';

const files = {
  'site.yml': 'name: Test\nlocales: [en, ja, ar, de]\n',
  'articles/en/using/_category.yml': 'title: Using the help center\n',
  'articles/en/writing/_category.yml': 'title: Writing articles\n',
  'articles/ja/using/_category.yml': 'title: 使い方\n',
  'articles/ar/using/_category.yml': 'title: استخدام المركز\n',
  'articles/de/writing/_category.yml': 'title: Artikel schreiben\n',
  'articles/en/using/reset.md': `---
title: Reset your password
keywords: [passphrase, credentials]
---

Choose “Forgot password”.

## The message does not arrive {#no-mail}

Look into the spam folder & wait.

## Choose a new one

Any of twelve letters will do.

1. Open the link.
2. Type the new one twice.
3. Press Save.
`,
  'articles/en/writing/images.md': `---
title: Images
---

A folder beside the article holds its images. Write \`<img>\` never.
`,
  'articles/en/using/secret.md': `---
title: A hidden folder
unlisted: true
---

Unlisted.
`,
  'articles/ja/using/reset.md': `---
title: パスワードを再設定する
keywords: [合言葉]
---

ログイン画面で「パスワードを忘れた」をクリックします。

## メールが届かない場合

迷惑メールフォルダーを確認してください。
`,
  'articles/ar/using/reset.md': `---
title: إعادة تعيين كلمة المرور
---

انقر على نسيت كلمة المرور في صفحة تسجيل الدخول.

## البريد لا يصل {#mail}

تحقق من مجلد الرسائل غير المرغوب فيها.
`,
};

let site: SearchSite;
let dir: string;

beforeAll(async () => {
  site = await searchSite(files);
  dir = site.dir;
});
afterAll(async () => {
  stopSearching();
  await site.remove();
});

const search = (locale: string, query: string, category?: string) =>
  askSearch(dir, { kind: 'articles', locale, query, category });
const text = (pieces: Piece[] = []) =>
  pieces.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');
const urls = ({ articles }: SearchAnswer) =>
  articles.flatMap(({ url, sections }) => [url, ...sections.map((section) => section.url)]);

test('an English query finds the article, the section, and the words', async () => {
  const answer = await search('en', 'spam folder');
  expect(urls(answer).slice(0, 2)).toEqual([
    '/articles/using/reset',
    '/articles/using/reset#no-mail',
  ]);
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
  expect(text(article?.excerpt)).toContain('[Write] <img> never.');
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
  expect(text(answer.articles[0]?.title)).toBe('إعادة تعيين كلمة [المرور]');
  expect(urls(await search('ar', 'مجلد الرسائل'))).toContain('/ar/articles/using/reset#mail');
});

test('each locale has its own index, fallback pages included', async () => {
  expect(urls(await search('de', 'images'))).toEqual(['/de/articles/writing/images']);
  expect(urls(await search('de', 'passwords'))).toEqual(['/de/articles/using/reset']);
  expect(urls(await search('ja', 'password'))).toEqual([]);
  await expect(search('fr', 'password')).rejects.toThrow(SearchAway);
});

test.each([
  ['en', 'spam folder', 'partial'],
  ['en', 'Passwords', 'good'],
  ['en', 'passw', 'good'],
  ['en', 'forgotten password', 'good'],
  ['en', 'passphrase', 'good'],
  ['en', 'spam foldings', 'none'],
  ['en', 'zzzz', 'none'],
  ['ja', '迷惑メール', 'good'],
  ['ja', '合言葉', 'partial'],
  ['ar', 'كلمة المرور', 'good'],
  ['ja', 'password', 'none'],
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

test('where nothing answers, the nearest are offered, and no more', async () => {
  const { quality, total } = await search('en', 'folder of purple hippopotamus bananas');
  expect(quality).toBe('none');
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(5);
});

test('words in quotation marks are found just so', async () => {
  expect((await search('en', 'folder spam')).total).toBe(1);
  expect(urls(await search('en', '"spam folder"'))[0]).toBe('/articles/using/reset');
  expect((await search('en', '"folder spam"')).total).toBe(0);
  // Words that say nothing alone.
  expect(urls(await search('en', '"will do"'))[0]).toBe('/articles/using/reset');
});

test('words that stand here just so are found, whatever else is asked', async () => {
  const more = 'for a hotel in the mountains with breakfast';
  expect((await search('en', `wait ${more}`)).quality).toBe('none');
  expect(await search('en', `"wait" ${more}`)).toMatchObject({ total: 1, quality: 'partial' });
});

test('to a question, the steps or sentences that answer it are quoted word for word', async () => {
  expect((await search('en', 'how do I choose a new password')).quote).toEqual({
    lines: ['Open the link.', 'Type the new one twice.', 'Press Save.'],
    isSteps: true,
    hasMore: false,
    title: 'Reset your password',
    section: 'Choose a new one',
    url: '/articles/using/reset#choose-a-new-one',
  });
  expect((await search('en', 'where is the message in the spam folder?')).quote).toMatchObject({
    lines: ['Look into the spam folder & wait.'],
    isSteps: false,
    hasMore: false,
  });
  expect((await search('en', 'new password')).quote).toBeUndefined();
});

test('what was corrected is told, and left alone when asked', async () => {
  const answer = await search('en', 'pasword');
  expect(answer.corrected).toEqual([{ from: 'pasword', to: 'password' }]);
  expect(answer.total).toBe(1);
  const kept = await askSearch(dir, {
    kind: 'articles',
    locale: 'en',
    query: 'pasword',
    isVerbatim: true,
  });
  expect(kept).toMatchObject({ corrected: [], total: 0, quality: 'none' });
});

test('without an index the search says that it is away', async () => {
  await expect(
    askSearch(path.join(dir, 'nowhere'), { kind: 'articles', locale: 'en', query: 'a' }),
  ).rejects.toThrow(SearchAway);
});

test('only what is needed is put beside the pages', async () => {
  const files = await readdir(dir);
  expect(files.filter((file) => !file.endsWith('.pf_meta')).sort()).toEqual([
    'fragment',
    'index',
    'pagefind-entry.json',
    'pagefind-worker.js',
    'pagefind.js',
    'sections',
    'wasm.ar.pagefind',
    'wasm.de.pagefind',
    'wasm.en.pagefind',
    'wasm.unknown.pagefind',
  ]);
});

test('a rebuilt index replaces the old one, under a running server too', async () => {
  const before = await readdir(path.join(dir, 'fragment'));
  await site.write({
    'articles/en/writing/images.md': '---\ntitle: Pictures\n---\n\nPhotographs and drawings.\n',
  });
  await site.index();
  const after = await readdir(path.join(dir, 'fragment'));
  expect(after).toHaveLength(before.length);
  // In each of the four languages.
  expect(after.filter((name) => !before.includes(name))).toHaveLength(4);
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
  await site.index();
  expect(await readFile(path.join(dir, 'fragment', name))).toEqual(whole);
});

test('a search that hangs is given up, and the next one starts afresh', async () => {
  const runtime = path.join(dir, 'pagefind.js');
  const sound = await readFile(runtime);
  stopSearching();
  await writeFile(runtime, 'for (;;);');
  await expect(search('en', '"spam folder"')).rejects.toThrow('too long');
  await writeFile(runtime, sound);
  expect((await search('en', 'password')).total).toBe(1);
});
