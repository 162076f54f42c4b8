import { describe, expect, test } from 'vitest';
import { article, faultsOf, oneArticle, read, type Files } from './content-folder.ts';

const TESTS = 'search/tests.yml';

/** Articles to test the search of, and a file of tests. */
const site = (tests: string): Files =>
  oneArticle('## Typos\n', {
    'site.yml': 'locales: [en, de]\n',
    'articles/en/using/filters.md': article(),
    'articles/de/using/search.md': article('## Tippfehler\n'),
    'articles/en/using/later.md': article('', 'title: Later\npublishAt: 2030-01-01'),
    'articles/en/using/hidden.md': article('', 'title: Hidden\nunlisted: true'),
    [TESTS]: tests,
  });

const at = (line: number, fault: string) => `${TESTS}:${line}: ${fault}`;
const FORM = 'write tests as - {query: forgot password, article: account/password}';

const faulty: [name: string, tests: string, faults: string[]][] = [
  ['what is no list', 'query: a\n', [at(1, `a file of search tests is a list, and ${FORM}`)]],
  [
    'what is no YAML, by its line',
    '- article: using/search\n  query: error 403: what now\n',
    [
      at(
        2,
        "this line has a second colon, which YAML takes for another field, and put the value in quotes, such as title: 'Error 403: what it means'",
      ),
    ],
  ],
  [
    'an entry that is no test',
    '- forgot password\n- [a, b]\n-\n',
    [1, 2, 3].map((line) => at(line, `this is no test of the search, and ${FORM}`)),
  ],
  [
    'a field that is missing, empty, or of another kind',
    '- query: a\n- {query: " ", article: using/search}\n- query: 404\n  article: using/search\n',
    [
      at(
        1,
        '`article` is missing, and add category/name of an article, such as article: account/password',
      ),
      at(2, '`query` cannot be " ", and write what customers type, such as query: forgot password'),
      at(3, '`query` cannot be "404", and put it in quotes: "404"'),
    ],
  ],
  [
    'a field that there is not',
    '- query: a\n  artikle: x\n  article: using/search\n',
    [at(2, 'there is no field `artikle`, and write `article` if you meant that')],
  ],
  [
    'a rank out of range',
    ['0', '11', '1.5', 'first']
      .map((rank) => `- {query: q${rank}, article: using/search, within: ${rank}}\n`)
      .join(''),
    ['0', '11', '1.5', 'first'].map((rank, index) =>
      at(index + 1, `\`within\` cannot be "${rank}", and write a whole number from 1 to 10`),
    ),
  ],
  [
    'a language that the site does not have',
    '- query: a\n  article: using/search\n  locale: fr\n',
    [at(3, 'the site has no locale "fr", and use one of: en, de')],
  ],
  [
    'an article that is not named by category and name',
    '- {query: a, article: search}\n- {query: a, article: using/search.md}\n',
    [
      at(
        1,
        '"search" names no article, and write category/name without .md, such as billing/invoices',
      ),
      at(
        2,
        '"using/search.md" names no article, and write category/name without .md, such as billing/invoices',
      ),
    ],
  ],
  [
    'an article that is not there, with the one that was meant',
    '- query: a\n  article: using/serch\n- {query: a, article: billing/invoices}\n',
    [
      at(2, 'there is no article "using/serch", and write using/search if you meant that'),
      at(3, 'there is no article "billing/invoices", and correct or remove it'),
    ],
  ],
  [
    'an article that no search finds',
    '- {query: a, article: using/later}\n- {query: a, article: using/hidden}\n- {query: a, article: using/filters, locale: de}\n',
    [
      at(1, 'the article "using/later" is not published, and remove the test for now'),
      at(
        2,
        '"using/hidden" is unlisted, so no search finds it, and remove the test, or `unlisted` from the article',
      ),
      at(
        3,
        '"using/filters" has no text in "de" that a search could find, and translate it, or test it with locale: en',
      ),
    ],
  ],
  [
    'a section that is not there, with the one that was meant',
    '- {query: a, article: using/search#typo}\n- {query: a, article: using/filters#typos}\n- {query: a, article: using/search#typos, locale: de}\n',
    [
      at(
        1,
        'there is no section #typo in articles/en/using/search.md, and write using/search#typos if you meant that',
      ),
      at(
        2,
        'there is no section #typos in articles/en/using/filters.md, and use the anchor of one of its headings',
      ),
      at(
        3,
        'there is no section #typos in articles/de/using/search.md, and use the anchor of one of its headings',
      ),
    ],
  ],
  [
    'the same test twice, however it is written',
    '- {query: Forgot  password, article: using/search}\n- query: forgot password\n  article: using/search#typos\n  within: 1\n- {query: forgot password, article: using/filters}\n',
    [at(2, 'line 1 tests the same already, and keep one of the two')],
  ],
];

describe('told with its line are', () => {
  test.each(faulty)('%s', async (_, tests, faults) => {
    expect(await faultsOf(site(tests))).toEqual(faults);
  });
});

test('what can be run is read, with its defaults; what is faulty is left out', async () => {
  const { searchTests } = await read(
    site(
      '# of writers\n- {query: typing mistake, article: using/search#typos, within: 1}\n- {query: x, article: gone/gone}\n- query: " Filter "\n  article: using/filters\n- {query: suche, article: using/search, locale: de}\n',
    ),
  );
  expect(searchTests).toEqual([
    {
      line: 2,
      query: 'typing mistake',
      locale: 'en',
      article: 'using/search',
      section: 'typos',
      within: 1,
    },
    { line: 4, query: 'Filter', locale: 'en', article: 'using/filters', within: 3 },
    { line: 6, query: 'suche', locale: 'de', article: 'using/search', within: 3 },
  ]);
});

test('a folder without tests has none, and an empty file is none', async () => {
  expect((await read(oneArticle(''))).searchTests).toEqual([]);
  expect(await read(oneArticle('', { [TESTS]: '# later\n' }))).toMatchObject({
    searchTests: [],
    faults: [],
  });
});
