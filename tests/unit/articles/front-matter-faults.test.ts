import { expect, test } from 'vitest';
import { article, faultsOf, PLACE } from './content-folder.ts';

const faulty: [name: string, fields: string, faults: string[]][] = [
  [
    'a missing title',
    'order: 3',
    ['2: `title` is missing, and add a title, such as title: Reset your password'],
  ],
  [
    'a title left empty',
    'title:',
    ['2: `title` is missing, and add a title, such as title: Reset your password'],
  ],
  [
    'a number for a text',
    'title: 404',
    ['2: `title` cannot be "404", and put it in quotes: "404"'],
  ],
  [
    'a text for a number',
    'title: T\norder: first',
    ['3: `order` cannot be "first", and write a number, such as 3'],
  ],
  [
    'a text for a list',
    'title: T\ntags: payments',
    ['3: `tags` cannot be "payments", and write a list, such as [payments, invoices]'],
  ],
  [
    'a number in a list of several lines',
    'title: T\nkeywords:\n  - login\n  - 404',
    ['5: `keywords[2]` cannot be "404", and put it in quotes: "404"'],
  ],
  [
    'an empty keyword',
    'title: T\nkeywords: [""]',
    ['3: `keywords[1]` cannot be "", and write a text'],
  ],
  [
    'a keyword twice',
    'title: T\nkeywords:\n  - log in\n  - sign in\n  - Log in',
    ['6: warning: "Log in" is among the keywords already, and keep it once'],
  ],
  [
    'another word for true',
    'title: T\ndraft: yes',
    ['3: `draft` cannot be "yes", and write true or false'],
  ],
  [
    'a date in another form',
    'title: T\nupdated: 02.10.2026',
    ['3: `updated` cannot be "02.10.2026", and write a date as year-month-day, such as 2026-11-20'],
  ],
  [
    'a date that does not exist',
    'title: T\nreviewBy: 2026-02-30',
    ['3: `reviewBy` cannot be "2026-02-30", and write a date that exists'],
  ],
  [
    'a time without a zone',
    'title: T\npublishAt: 2026-11-20T09:00:00',
    [
      '3: `publishAt` cannot be "2026-11-20T09:00:00", and write a date, or a date and time with its zone, such as 2026-11-20T09:00:00+01:00',
    ],
  ],
  [
    'a misspelt key',
    'title: T\nkeyword: [login]',
    ['3: there is no field `keyword`, and write `keywords` if you meant that'],
  ],
  [
    'a key that looks like none',
    'title: T\nlayout: wide',
    [
      '3: there is no field `layout`, and use one of: title, description, owner, order, tags, keywords, updated, reviewBy, related, redirectFrom, draft, publishAt, unlisted, fromQuestion',
    ],
  ],
  [
    'several faults at once, in order',
    'titel: T\norder: x\ntags: y',
    [
      '2: `title` is missing, and add a title, such as title: Reset your password',
      '2: there is no field `titel`, and write `title` if you meant that',
      '3: `order` cannot be "x", and write a number, such as 3',
      '4: `tags` cannot be "y", and write a list, such as [payments, invoices]',
    ],
  ],
  [
    'a duplicate key',
    'title: T\norder: 1\ntitle: U',
    ['4: `title` is given twice, and keep one of the two'],
  ],
  [
    'a second colon',
    'title: Error 403: what it means',
    [
      "2: this line has a second colon, which YAML takes for another field, and put the value in quotes, such as title: 'Error 403: what it means'",
    ],
  ],
  ['a tab', 'title: T\ntags:\n\t- a', ['4: a tab is used for indentation, and use spaces instead']],
  [
    'a quote that does not end',
    'title: "T\norder: 1',
    ['4: a closing quote or bracket is missing, or a space after a colon, and complete the line'],
  ],
  [
    'a list instead of fields',
    '- a\n- b',
    ['2: there are no fields here, and write one field a line, each as name: value'],
  ],
  [
    'an unknown owner',
    'title: T\nowner: mra',
    ['3: "mra" is not in authors.yml, and write "mara" if you meant that'],
  ],
  [
    'an owner like nobody',
    'title: T\nowner: zacharias',
    ['3: "zacharias" is not in authors.yml, and add "zacharias" there, or name someone who is'],
  ],
  [
    'a related article that is not there',
    'title: T\nrelated:\n  - using/other\n  - using/otter',
    ['5: there is no article "using/otter", and write "using/other" if you meant that'],
  ],
  [
    'a related article in another form',
    'title: T\nrelated: [./other.md]',
    [
      '3: "./other.md" names no article, and write category/name without .md, such as billing/invoices',
    ],
  ],
  [
    'an article related to itself',
    'title: T\nrelated: [using/search]',
    ['3: the article is related to itself, and remove this line'],
  ],
  [
    'a related article that is a draft',
    'title: T\nrelated: [using/draft]',
    ['3: the related article "using/draft" is not published, and remove it for now'],
  ],
];

test.each(faulty)('%s', async (_, fields, faults) => {
  const files = {
    [PLACE]: article('Text.\n', fields),
    'articles/en/using/other.md': article(),
    'articles/en/using/draft.md': article('', 'title: Draft\ndraft: true'),
    'authors.yml': 'mara: { name: Mara Lindholm }\n',
  };
  expect(await faultsOf(files)).toEqual(faults.map((fault) => `${PLACE}:${fault}`));
});

test('an owner where nobody is listed', async () => {
  const files = { [PLACE]: article('', 'title: T\nowner: mara') };
  expect(await faultsOf(files)).toEqual([
    `${PLACE}:3: "mara" is unknown, since there is no authors.yml, and create authors.yml with a line such as mara: { name: … }, or remove the owner`,
  ]);
});

test('front matter that never ends', async () => {
  expect(await faultsOf({ [PLACE]: '---\ntitle: T\n\nText.\n' })).toContain(
    `${PLACE}:1: the front matter that starts here never ends, and put a line of three hyphens (---) after its last field`,
  );
});

test('no front matter at all', async () => {
  expect(await faultsOf({ [PLACE]: 'Text.\n' })).toEqual([
    `${PLACE}:1: \`title\` is missing, and add a title, such as title: Reset your password`,
  ]);
});

test('an unknown field is told even when it is empty', async () => {
  expect(await faultsOf({ [PLACE]: article('', 'title: T\nordre:') })).toEqual([
    `${PLACE}:3: there is no field \`ordre\`, and write \`order\` if you meant that`,
  ]);
});

test('fields left empty, dates in quotes, and dates with a time are no faults', async () => {
  const fields = `title: T\ndescription:\ntags:\nupdated: "2026-10-02"\nreviewBy: 2027-01-01T00:00:00Z`;
  expect(await faultsOf({ [PLACE]: article('', fields) })).toEqual([]);
});

test('the front matter of a draft is checked, its text is not', async () => {
  const files = { [PLACE]: article('[gone](./gone.md)', 'title: T\ndraft: true\nordre: 1') };
  expect(await faultsOf(files)).toEqual([
    `${PLACE}:4: there is no field \`ordre\`, and write \`order\` if you meant that`,
  ]);
  expect(await faultsOf(files, { includeDrafts: true })).toHaveLength(2);
});
