import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SynonymRule } from '#src/features/content/read-synonyms.ts';
import { generalVocabulary } from '#src/features/search/general-vocabulary.ts';
import { loadLanguage, type Language } from '#src/features/search/language.ts';
import { rankArticles } from '#src/features/search/rank-articles.ts';
import {
  buildSectionIndex,
  type ArticleText,
  type SectionIndex,
} from '#src/features/search/section-index.ts';
import { readySynonyms } from '#src/features/search/synonyms.ts';
import { understandQuery } from '#src/features/search/understand-query.ts';

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

let language: Language;
beforeAll(async () => {
  language = await loadLanguage('en');
});

const indexed = new Map<ArticleText[], SectionIndex>();
const keep = (articles: ArticleText[], index: SectionIndex) => {
  indexed.set(articles, index);
  return index;
};
const indexOf = (articles: ArticleText[]) =>
  indexed.get(articles) ?? keep(articles, buildSectionIndex(articles, language));

function search(query: string, rules: SynonymRule[] = [], articles = shelf) {
  const index = indexOf(articles);
  const understood = understandQuery(query, index, language, readySynonyms(rules, language));
  return { understood, ranked: rankArticles(index, understood) };
}
const names = (query: string, rules?: SynonymRule[]) =>
  search(query, rules).ranked.map(({ name }) => name);

describe('an article is found', () => {
  test('by its title, before a long page that has the same words', () => {
    expect(names('password')[0]).toBe('account/password');
    expect(names('export invoices')[0]).toBe('data/export');
  });

  test('by a whole question, whose filler is left out', () => {
    const { understood, ranked } = search('how do I get a link when I forgot my password?');
    expect(ranked[0]).toMatchObject({
      name: 'account/password',
      section: { id: 'if-you-forgot-it', title: 'If you forgot it' },
    });
    expect(understood.wanted.map(({ said }) => said)).toEqual(['link', 'forgot', 'password']);
  });

  test('in other forms of its words, and with slips', () => {
    expect(names('exporting an invoice')[0]).toBe('data/export');
    const { understood, ranked } = search('chnage pasword');
    expect(ranked[0]?.name).toBe('account/password');
    expect(understood.corrected).toEqual([
      { from: 'chnage', to: 'change' },
      { from: 'pasword', to: 'password' },
    ]);
  });

  test('although a word of the query is nowhere', () => {
    expect(names('delete account permanently')[0]).toBe('account/leave');
  });

  test('by words that mean the same, of one word or several', () => {
    expect(names('cancel')).toEqual([]);
    expect(names('cancel', [['cancel', 'delete']])).toEqual(['account/leave']);
    expect(names('get rid of it', [['get rid of', 'delete']])[0]).toBe('account/leave');
    const oneWay = [{ from: 'bill', to: ['invoice'] }];
    expect(names('bill', oneWay)[0]).toBe('data/export');
    expect(search('invoice', oneWay).understood.expanded).toEqual([]);
  });

  test('by what several words mean together, before what one of them means', () => {
    const signIn = article('account/enter', 'Signing in', ['', 'Type your address.']);
    const logs = article('operating/logs', 'The server', ['', 'Requests stand in a log.']);
    const rules = [['log in', 'sign in', 'login']];
    expect(search('cannot log in', rules, [...shelf, logs, signIn]).ranked[0]?.name).toBe(
      'account/enter',
    );
  });

  test('by nothing but filler when there is nothing else', () => {
    expect(search('you').understood.wanted.map(({ said }) => said)).toEqual(['you']);
  });
});

test('nothing is found by words that are nowhere', () => {
  expect(names('zebra crossing')).toEqual([]);
  expect(names('')).toEqual([]);
  expect(names('?!')).toEqual([]);
});

const word = fc.constantFrom(
  ...'password account delete export invoice table month link forgot name long page'.split(' '),
);
const query = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));

test('the order does not hang on the order of the files', () => {
  fc.assert(
    fc.property(query, fc.shuffledSubarray(shelf, { minLength: shelf.length }), (typed, mixed) => {
      expect(search(typed, [], mixed).ranked).toEqual(search(typed).ranked);
    }),
    { numRuns: 50 },
  );
});

test('a synonym more loses no article that the other words find', () => {
  fc.assert(
    fc.property(query, word, word, (typed, one, other) => {
      fc.pre(one !== other);
      const found = new Set(names(typed, [[one, other]]));
      for (const name of names(typed)) expect(found).toContain(name);
    }),
    { numRuns: 100 },
  );
});

test('any text is a query', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      expect(Array.isArray(names(typed))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('the general vocabulary has words for what customers say, and none for languages without a list', () => {
  const rules = generalVocabulary('en-GB');
  expect(rules.length).toBeGreaterThan(50);
  expect(names('erase my account', rules)[0]).toBe('account/leave');
  expect(generalVocabulary('xx')).toEqual([]);
});
