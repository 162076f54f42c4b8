import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SynonymRule } from '#src/features/content/read-synonyms.ts';
import { generalVocabulary } from '#src/features/search/general-vocabulary.ts';
import { understandQuery } from '#src/features/search/understand-query.ts';
import type { ArticleText } from '#src/features/search/section-index.ts';
import { packedSearch, type PackedSearch } from '#tests/support/packed-search.ts';

const article = (name: string, title: string, ...sections: [string, string][]): ArticleText => ({
  name,
  title,
  description: '',
  keywords: [],
  tags: [],
  category: 'Using',
  sections: sections.map(([heading, text], at) => ({
    id: at === 0 ? '' : heading.toLowerCase().replaceAll(' ', '-'),
    title: heading,
    above: '',
    text,
  })),
});

const shelf = [
  article(
    'account/password',
    'Change your password',
    ['', 'You can choose another one whenever you are signed in.'],
    ['If you forgot it', 'We mail you a link that is good for an hour.'],
  ),
  article('account/leave', 'Delete your account', [
    '',
    'All that you wrote goes with it, or stays without your name.',
  ]),
  article(
    'data/export',
    'Export invoices',
    ['', 'Invoices come as a table, one line each.'],
    ['As a spreadsheet', 'Choose the columns and the months.'],
  ),
  article('data/all', 'Everything at once', [
    '',
    'A long page on passwords, invoices, accounts and tables that says a little of each and answers no question well. '.repeat(
      8,
    ),
  ]),
];

const indexed = new Map<string, Promise<PackedSearch>>();
function indexOf(articles: ArticleText[], rules: SynonymRule[]): Promise<PackedSearch> {
  const key = JSON.stringify([articles.map(({ name }) => name), rules]);
  let index = indexed.get(key);
  if (!index) indexed.set(key, (index = packedSearch(articles, { rules })));
  return index;
}
const search = async (query: string, rules: SynonymRule[] = [], articles = shelf) =>
  (await indexOf(articles, rules)).search(query);
const names = async (query: string, rules?: SynonymRule[]) =>
  (await search(query, rules)).ranked.map(({ name }) => name);

describe('an article is found', () => {
  test('by its title, before a long page that has the same words', async () => {
    expect((await names('password'))[0]).toBe('account/password');
    expect((await names('export invoices'))[0]).toBe('data/export');
  });

  test('by a whole question, whose filler is left out', async () => {
    const { understood, ranked } = await search('how do I get a link when I forgot my password?');
    expect(ranked[0]).toMatchObject({
      name: 'account/password',
      section: 1,
    });
    expect(understood.wanted.map(({ said }) => said)).toEqual(['link', 'forgot', 'password']);
  });

  test('in other forms of its words, and with slips', async () => {
    expect((await names('exporting an invoice'))[0]).toBe('data/export');
    const { understood, ranked } = await search('chnage pasword');
    expect(ranked[0]?.name).toBe('account/password');
    expect(understood.corrected).toEqual([
      { from: 'chnage', to: 'change' },
      { from: 'pasword', to: 'password' },
    ]);
  });

  test('although a word of the query is nowhere', async () => {
    expect((await names('delete account permanently'))[0]).toBe('account/leave');
  });

  test('by words that mean the same, of one word or several', async () => {
    expect(await names('cancel')).toEqual([]);
    expect(await names('cancel', [['cancel', 'delete']])).toEqual(['account/leave']);
    expect((await names('get rid of it', [['get rid of', 'delete']]))[0]).toBe('account/leave');
    const oneWay = [{ from: 'bill', to: ['invoice'] }];
    expect((await names('bill', oneWay))[0]).toBe('data/export');
    expect((await search('invoice', oneWay)).understood.expanded).toEqual([]);
  });

  test('by what several words mean together, before what one of them means', async () => {
    const signIn = article('account/enter', 'Signing in', ['', 'Type your address.']);
    const logs = article('operating/logs', 'The server', ['', 'Requests stand in a log.']);
    const rules = [['log in', 'sign in', 'login']];
    const { ranked } = await search('cannot log in', rules, [...shelf, logs, signIn]);
    expect(ranked[0]?.name).toBe('account/enter');
  });

  test('by nothing but filler when there is nothing else', async () => {
    expect((await search('you')).understood.wanted.map(({ said }) => said)).toEqual(['you']);
  });
});

test('nothing is found by words that are nowhere', async () => {
  expect(await names('zebra crossing')).toEqual([]);
  expect(await names('')).toEqual([]);
  expect(await names('?!')).toEqual([]);
});

const word = fc.constantFrom(
  ...'password account delete export invoice table month link forgot name long page'.split(' '),
);
const query = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));

test('the order does not hang on the order of the files', async () => {
  await fc.assert(
    fc.asyncProperty(
      query,
      fc.shuffledSubarray(shelf, { minLength: shelf.length }),
      async (typed, mixed) => {
        const another = await packedSearch(mixed);
        expect((await another.search(typed)).ranked).toEqual((await search(typed)).ranked);
      },
    ),
    { numRuns: 30 },
  );
});

test('a synonym more loses no article that the other words find', async () => {
  await fc.assert(
    fc.asyncProperty(query, word, word, async (typed, one, other) => {
      fc.pre(one !== other);
      const found = new Set(await names(typed, [[one, other]]));
      for (const name of await names(typed)) expect(found).toContain(name);
    }),
    { numRuns: 100 },
  );
});

test('any text is a query', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (typed) => {
      expect(Array.isArray(await names(typed))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('a word that is said again says no more', async () => {
  const { ranked } = await search('invoices table invoices invoices');
  expect(ranked).toEqual((await search('invoices table')).ranked);
});

describe('the last word', () => {
  test('may be a beginning, the others may not', async () => {
    expect((await names('export inv'))[0]).toBe('data/export');
    expect((await search('inv export')).understood.completed).toEqual([]);
    expect((await search('export inv ')).understood.completed).toEqual([]);
  });

  test('is what it is when the site knows it', async () => {
    expect((await search('a good li')).understood.completed).toContain('link');
    expect((await search('a good link')).understood.completed).toEqual([]);
  });
});

test('left as they are typed, words are neither corrected nor completed', async () => {
  const index = await packedSearch(shelf);
  const understood = await understandQuery('pasword inv', { ...index, isVerbatim: true });
  expect(understood.corrected).toEqual([]);
  expect(understood.wanted.map(({ said }) => said)).toEqual(['pasword', 'inv']);
});

describe('German compounds', () => {
  const texts = [
    article('konto/aendern', 'Passwort ändern', ['', 'Im Konto die Einstellungen öffnen.']),
    article('konto/verlust', 'Kontoverlust', ['', 'Was wir dann tun.']),
    article('konto/melden', 'Melden', ['', 'Einen Verlust melden.']),
  ];

  test('are found by their parts, and find them', async () => {
    const { search: find } = await packedSearch(texts, { locale: 'de' });
    const parts = (await find('Kontoeinstellungen')).ranked.map(({ name }) => name);
    expect(parts).toContain('konto/aendern');
    const whole = (await find('Konto Verlust')).ranked.map(({ name }) => name);
    expect(whole[0]).toBe('konto/verlust');
  });
});

test('the general vocabulary has words for what customers say, and none for languages without a list', async () => {
  const rules = generalVocabulary('en-GB');
  expect(rules.length).toBeGreaterThan(50);
  expect((await names('erase my account', rules))[0]).toBe('account/leave');
  expect(generalVocabulary('xx')).toEqual([]);
});
