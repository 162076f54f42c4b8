import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readContent } from '#src/features/content/read-content.ts';
import { fillerWords } from '#src/features/search/filler-words.ts';
import { pageReader } from '#src/features/search/indexed-page.ts';
import { loadLanguage } from '#src/features/search/language.ts';
import { sectionTexts } from '#src/features/search/section-texts.ts';
import { searchSite } from '#tests/support/search-site.ts';

// Results name a section by its place; the page, by its headings.
test('the sections of the index are the headings of the pages, one by one', async () => {
  const content = await readContent('content', { includeDrafts: false, now: new Date() });
  const articles = content.articles.filter(({ locale, slug }) => locale === 'en' && slug > 'm');
  const files = articles.map(async ({ file }) => [
    file,
    await readFile(path.join('content', file), 'utf8'),
  ]);
  const snippets = (await readdir('content/snippets/en')).map(async (name) => [
    `snippets/en/${name}`,
    await readFile(path.join('content/snippets/en', name), 'utf8'),
  ]);
  const site = await searchSite(Object.fromEntries(await Promise.all([...files, ...snippets])));
  try {
    const language = await loadLanguage('en', fillerWords('en'));
    const readPage = pageReader(language);
    const names = await readdir(path.join(site.dir, 'fragment'));
    const pages = await Promise.all(
      names.map(async (name) =>
        readPage(gunzipSync(await readFile(path.join(site.dir, 'fragment', name)))),
      ),
    );
    expect(pages.length).toBeGreaterThan(10);
    for (const { url, headings } of pages) {
      const article = articles.find(({ category, slug }) => url.endsWith(`${category}/${slug}`))!;
      const [, ...sections] = sectionTexts(article);
      // The footnotes' heading comes after all of them.
      const ids = headings.slice(0, sections.length).map(({ id }) => id);
      expect([url, ...ids]).toEqual([url, ...sections.map(({ id }) => id)]);
    }
  } finally {
    await site.remove();
  }
});
