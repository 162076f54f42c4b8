import { describe, expect, test } from 'vitest';
import type { Library } from '#src/features/articles/library.ts';
import { article } from './content-folder.ts';
import { htmlOf, pageOf, smallLibrary } from './small-library.ts';

const titled = (title: string, more = '', body = 'Text.\n') =>
  article(body, `title: ${title}${more && `\n${more}`}`);

/** An English help center that is half translated into German. */
const half = () =>
  smallLibrary({
    'site.yml': 'defaultLocale: en\nlocales: [en, de]\neditUrl: https://git/{file}?edit\n',
    'authors.yml': 'mina:\n  name: Mina Park\n',
    'articles/en/using/_category.yml': 'title: Using it\norder: 2\n',
    'articles/de/using/_category.yml': 'title: Benutzen\norder: 2\n',
    'articles/en/start/_category.yml': 'title: First steps\norder: 1\n',
    'articles/en/start/install.md': titled('Install', 'owner: mina'),
    'articles/en/using/search.md': titled('Search', 'order: 2'),
    'articles/en/using/検索.md': titled('Ask', 'order: 1'),
    'articles/en/using/hidden.md': titled('Hidden', 'unlisted: true'),
    'articles/de/using/search.md': titled('Suchen', 'order: 2'),
  });

const shelfTitles = (books: Library, locale: string) =>
  books
    .shelves(locale)
    .map(({ category, articles }) => [
      category.title,
      articles.map((one) => `${one.article.title}${one.isFallback ? ' (en)' : ''}`),
    ]);

describe('shelves', () => {
  test('stand in their order, and the articles on them in theirs', async () => {
    expect(shelfTitles(await half(), 'en')).toEqual([
      ['First steps', ['Install']],
      ['Using it', ['Ask', 'Search']],
    ]);
  });

  test('of a translation fall back to the default locale, article by article', async () => {
    expect(shelfTitles(await half(), 'de')).toEqual([
      ['First steps', ['Install (en)']],
      ['Benutzen', ['Ask (en)', 'Suchen']],
    ]);
  });

  test('without an order stand by their titles, as the articles do', async () => {
    const books = await smallLibrary({
      'articles/en/b/z.md': titled('Alpha'),
      'articles/en/b/a.md': titled('Omega'),
      'articles/en/a/x.md': titled('X'),
    });
    expect(books.shelves('en').map(({ category }) => category.name)).toEqual(['a', 'b']);
    expect(shelfTitles(books, 'en')[1]?.[1]).toEqual(['Alpha', 'Omega']);
  });

  test('leave out what is unlisted, which can be found by its address all the same', async () => {
    const books = await half();
    expect(JSON.stringify(books.shelves('en'))).not.toContain('Hidden');
    expect(books.find('en', 'using', 'hidden')?.article.title).toBe('Hidden');
    expect(books.articles('en').map((listed) => listed.article.slug)).toContain('hidden');
  });
});

test('drafts and articles of tomorrow are in no library that is built', async () => {
  const books = await smallLibrary({
    'articles/en/a/now.md': titled('Now'),
    'articles/en/a/draft.md': titled('Draft', 'draft: true'),
    'articles/en/a/later.md': titled('Later', 'publishAt: 2999-01-01T00:00:00Z'),
  });
  expect(books.articles('en').map((listed) => listed.article.title)).toEqual(['Now']);
});

test('an article that only a translation has is no article of the default locale', async () => {
  const books = await smallLibrary({
    'articles/en/a/both.md': titled('Both'),
    'articles/de/a/both.md': titled('Beide'),
    'articles/de/a/only.md': titled('Nur'),
  });
  expect(books.find('en', 'a', 'only')).toBeUndefined();
  expect(books.find('de', 'a', 'only')).toMatchObject({ isFallback: false });
});

describe('a page', () => {
  test('knows its neighbours across shelves', async () => {
    const books = await half();
    expect(pageOf(books, 'en', 'start/install')).toMatchObject({
      previous: undefined,
      next: { title: 'Ask', url: '/articles/using/%E6%A4%9C%E7%B4%A2' },
    });
    expect(pageOf(books, 'en', 'using/search').next).toBeUndefined();
    expect(pageOf(books, 'de', 'using/search').previous).toEqual({
      title: 'Ask',
      url: '/de/articles/using/%E6%A4%9C%E7%B4%A2',
      lang: 'en',
    });
  });

  test('alone and unlisted in its category leads to no page of that category', async () => {
    const books = await smallLibrary({
      'articles/en/a/_category.yml': 'title: Aye\n',
      'articles/en/a/secret.md': titled('Secret', 'unlisted: true'),
      'articles/en/b/open.md': titled('Open'),
    });
    const page = pageOf(books, 'en', 'a/secret');
    expect(page.category.title).toBe('Aye');
    expect(page.categoryUrl).toBeUndefined();
    expect(pageOf(books, 'en', 'b/open').categoryUrl).toBe('/articles/b');
  });

  test('on a long shelf is shown with those around it, and with how many there are', async () => {
    const files = Array.from({ length: 60 }, (_, n): [string, string] => [
      `articles/en/a/n${n}.md`,
      titled(`N${n}`, `order: ${n}`),
    ]);
    const books = await smallLibrary(Object.fromEntries(files));
    const shown = (slug: string) => pageOf(books, 'en', slug).shelf.map(({ title }) => title);
    expect(shown('a/n0')).toEqual(Array.from({ length: 30 }, (_, n) => `N${n}`));
    expect(shown('a/n30')).toEqual(Array.from({ length: 30 }, (_, n) => `N${n + 15}`));
    expect(shown('a/n59')).toEqual(Array.from({ length: 30 }, (_, n) => `N${n + 30}`));
    expect(pageOf(books, 'en', 'a/n0').shelfSize).toBe(60);
  });

  test('that is unlisted has none', async () => {
    const page = pageOf(await half(), 'en', 'using/hidden');
    expect([page.previous, page.next]).toEqual([undefined, undefined]);
  });

  test('names its owner, its category and where it is edited', async () => {
    const books = await half();
    const page = pageOf(books, 'de', 'start/install');
    expect(page.owner?.name).toBe('Mina Park');
    expect(page.category.title).toBe('First steps');
    expect(page.editUrl).toBe('https://git/articles/en/start/install.md?edit');
    expect(page.homeUrl).toBe('/de');
    expect(page.categoryUrl).toBe('/de/articles/start');
    expect(pageOf(books, 'en', 'using/検索').editUrl).toBe(
      'https://git/articles/en/using/%E6%A4%9C%E7%B4%A2.md?edit',
    );
  });

  test('knows the languages that have a text of their own', async () => {
    const books = await half();
    expect(pageOf(books, 'en', 'using/search').translations).toEqual([
      { locale: 'en', url: '/articles/using/search' },
      { locale: 'de', url: '/de/articles/using/search' },
    ]);
    expect(pageOf(books, 'de', 'start/install')).toMatchObject({
      isFallback: true,
      translations: [{ locale: 'en', url: '/articles/start/install' }],
    });
  });

  test('takes at least a minute to read, and one for every 220 words', async () => {
    const books = await smallLibrary({
      'articles/en/a/short.md': titled('Short'),
      'articles/en/a/long.md': titled('Long', '', 'word '.repeat(1100)),
    });
    expect(pageOf(books, 'en', 'a/short').minutes).toBe(1);
    expect(pageOf(books, 'en', 'a/long').minutes).toBe(5);
  });
});

describe('links', () => {
  const linked = () =>
    smallLibrary({
      'site.yml': 'defaultLocale: en\nlocales: [en, de]\n',
      'articles/en/a/one.md': titled(
        'One',
        '',
        [
          '[Two](two.md#part)',
          '[B](../b/)',
          '[self](#part)',
          '[German](../../de/a/one.md)',
          '[ref][r]',
          '[file](paper.pdf)',
          '[page](/search)',
          '[away](https://example.com/a.md)',
          '[mail](mailto:a@b.c)',
          '',
          '## Part',
          '',
          '[r]: ../b/three.md',
        ].join('\n'),
      ),
      'articles/en/a/two.md': titled('Two', '', '## Part\n'),
      'articles/en/b/three.md': titled('Three'),
      'articles/en/a/paper.pdf': '%PDF',
      'articles/de/a/one.md': titled('Eins', '', '[Drei](../b/three.md) [Two](../../en/a/two.md)'),
    });
  const hrefs = (html: string) =>
    [...html.matchAll(/<a href="([^"]+)"/g)]
      .map(([, href]) => href)
      .filter((one) => one !== '#part');

  test('lead to the addresses of articles, categories and files', async () => {
    const found = hrefs(await htmlOf(await linked(), 'en', 'a/one'));
    expect(found).toEqual([
      '/articles/a/two#part',
      '/articles/b',
      '/articles/a/one#part',
      '/de/articles/a/one',
      '/articles/b/three',
      expect.stringMatching(/^\/files\/paper\.[0-9a-f]{12}\.pdf$/),
      '/search',
      'https://example.com/a.md',
      'mailto:a@b.c',
    ]);
  });

  test('of a translation stay in its language, unless they name another', async () => {
    const found = hrefs(await htmlOf(await linked(), 'de', 'a/one'));
    expect(found).toEqual(['/de/articles/b/three', '/articles/a/two']);
  });

  test('of a text that stands in for a translation stay in the reader’s language', async () => {
    const books = await smallLibrary({
      'site.yml': 'defaultLocale: en\nlocales: [en, de]\n',
      'articles/en/a/one.md': titled('One', '', '[Two](two.md) [B](../b/) ![](x.svg)'),
      'articles/en/a/two.md': titled('Two'),
      'articles/en/b/three.md': titled('Three'),
      'articles/en/a/x.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>',
    });
    const html = await htmlOf(books, 'de', 'a/one');
    expect(hrefs(html)).toEqual(['/de/articles/a/two', '/de/articles/b']);
    expect(html).toMatch(/<img src="\/files\/x\./);
  });
});

describe('what to read next', () => {
  const about = (topic: string) => `${`${topic} `.repeat(20)}and more.\n`;
  const shelf = () =>
    smallLibrary({
      'site.yml': 'defaultLocale: en\nlocales: [en, ja]\n',
      'articles/en/a/cats.md': titled('Cats', 'related: [a/fish]', about('purring whiskers')),
      'articles/en/a/kittens.md': titled('Kittens', '', about('purring whiskers small')),
      'articles/en/a/fish.md': titled('Fish', '', about('water fins scales')),
      'articles/en/a/secret.md': titled('Secret', 'unlisted: true', about('purring whiskers')),
      'articles/ja/a/cats.md': titled('猫', '', 'ねこの話。\n'),
    });
  const titles = (books: Library, locale: string, slug: string) =>
    pageOf(books, locale, `a/${slug}`).related.map(({ title }) => title);

  test('is the writer’s choice, then what is alike, each once', async () => {
    const books = await shelf();
    expect(titles(books, 'en', 'cats')).toEqual(['Fish', 'Kittens']);
    expect(titles(books, 'en', 'kittens')).toEqual(['Cats']);
  });

  test('is known for a translation as well, and shown in its language where there is one', async () => {
    const books = await shelf();
    expect(titles(books, 'ja', 'cats')).toContain('Kittens');
    expect(titles(books, 'ja', 'kittens')).toEqual(['猫']);
  });

  test('is five articles at most', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [
        `articles/en/a/n${at}.md`,
        titled(`N${at}`, at === 0 ? 'related: [a/n1, a/n2, a/n3]' : '', about('purring whiskers')),
      ]),
    );
    const books = await smallLibrary({
      ...many,
      'articles/en/b/x.md': titled('X', '', about('fish')),
    });
    expect(pageOf(books, 'en', 'a/n0').related).toHaveLength(5);
    expect(
      pageOf(books, 'en', 'a/n0')
        .related.slice(0, 3)
        .map(({ title }) => title),
    ).toEqual(['N1', 'N2', 'N3']);
  });
});
