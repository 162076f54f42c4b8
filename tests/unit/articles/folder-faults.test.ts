import { expect, test } from 'vitest';
import { checkFiles } from '#src/features/content/check-files.ts';
import type { Fault } from '#src/features/content/content.ts';
import { formatFault } from '#src/features/content/faults.ts';
import { readText } from '#src/features/content/read-text.ts';
import {
  article,
  contentFolder,
  faultsOf,
  oneArticle,
  PLACE,
  type Files,
} from './content-folder.ts';

const text = article();
const redirect = (...from: string[]) => article('', `title: T\nredirectFrom: [${from.join(', ')}]`);

const faulty: [name: string, files: Files, faults: string[]][] = [
  // Files and their names
  [
    'no articles',
    { 'site.yml': 'name: Help' },
    [
      'articles:1: there are no articles, and put an article at articles/<locale>/<category>/<name>.md',
    ],
  ],
  [
    'an article in no category',
    oneArticle('', { 'articles/en/lost.md': text, 'articles/en/a/b/lost.md': text }),
    [
      'articles/en/a/b/lost.md:1: an article belongs at articles/<locale>/<category>/<name>.md, and move it there',
      'articles/en/lost.md:1: an article belongs at articles/<locale>/<category>/<name>.md, and move it there',
    ],
  ],
  [
    'another ending',
    oneArticle('', { 'articles/en/using/page.mdx': text }),
    ['articles/en/using/page.mdx:1: an article is a file whose name ends in .md, and rename it'],
  ],
  [
    'other YAML',
    oneArticle('', {
      'articles/en/using/category.yml': '',
      'site.yaml': '',
      'articles/_category.yml': '',
    }),
    [
      'articles/_category.yml:1: only articles/<locale>/<category>/_category.yml is read, and rename or move this file',
      'articles/en/using/category.yml:1: only articles/<locale>/<category>/_category.yml is read, and rename or move this file',
      'site.yaml:1: nobody reads a file of this name, and rename it to site.yml',
    ],
  ],
  [
    'names that suit no address',
    oneArticle('', {
      'articles/en/using/What is new!.md': text,
      'articles/en/My shelf/a.md': text,
      'articles/en/My shelf/b.md': text,
      'articles/en/using/_private.md': text,
      'articles/en/using/index.md': text,
    }),
    [
      'articles/en/My shelf/a.md:1: the folder "My shelf" becomes part of an address, where only letters, digits and hyphens belong, and rename it to my-shelf',
      'articles/en/using/What is new!.md:1: "What is new!" becomes part of an address, where only letters, digits and hyphens belong, and rename it to what-is-new',
      'articles/en/using/_private.md:1: "_private" becomes part of an address, where only letters, digits and hyphens belong, and rename it to private',
      'articles/en/using/index.md:1: index is the name of the page of the category itself, and give the file a name that says what it is about',
    ],
  ],
  [
    'a folder that is no language',
    oneArticle('', { 'articles/xx/using/a.md': text, 'articles/english/using/a.md': text }),
    [
      'articles/english/using/a.md:1: this article is in "english", which is no language, and name the folder by a language code such as en or pt-BR',
      'articles/xx/using/a.md:1: this article is in "xx", which is no language, and name the folder by a language code such as en or pt-BR',
    ],
  ],
  [
    'a locale that the site does not have',
    oneArticle('', {
      'site.yml': 'locales: [en, de]',
      'articles/fr/using/a.md': text,
      'articles/fr/using/b.md': text,
    }),
    [
      'articles/fr/using/a.md:1: this article is in "fr", which is not among the site\'s locales (en, de) (and 1 more in its folder), and add "fr" to locales in site.yml, or move the file',
    ],
  ],
  [
    'a character that is not UTF-8',
    {
      [PLACE]: Buffer.concat([Buffer.from('---\ntitle: T\n---\n\nCaf'), Buffer.from([0xe9, 0x0a])]),
    },
    [
      `${PLACE}:5: this line has a character that is not UTF-8, and save the file as UTF-8 in your editor`,
    ],
  ],
  [
    'UTF-16',
    { [PLACE]: Buffer.from(`\uFEFF${article('[gone](./gone.md)')}`, 'utf16le') },
    [
      `${PLACE}:1: this file is saved as UTF-16, not as UTF-8, and save the file as UTF-8 in your editor`,
      `${PLACE}:5: the link leads to articles/en/using/gone.md, which does not exist, and correct the path`,
    ],
  ],

  // Redirects
  [
    'two articles that claim one old address',
    {
      'articles/en/using/a.md': redirect('/old', '/other'),
      'articles/en/using/b.md': article('', 'title: T\nredirectFrom:\n  - /x\n  - /old/'),
    },
    [
      'articles/en/using/b.md:5: /old/ is claimed by articles/en/using/a.md:3 already, and keep it in one place',
    ],
  ],
  [
    'an old address listed twice',
    { [PLACE]: redirect('/old', '/old') },
    [`${PLACE}:3: /old is claimed by line 3 already, and keep it in one place`],
  ],
  [
    'a redirect that loops',
    { [PLACE]: redirect('/articles/using/search', '/articles/using/search.md') },
    [
      `${PLACE}:3: /articles/using/search is this article itself, so readers would go in a circle, and remove it`,
      `${PLACE}:3: /articles/using/search.md is this article itself, so readers would go in a circle, and remove it`,
    ],
  ],
  [
    'redirects in a circle',
    {
      'articles/en/using/a.md': redirect('/articles/using/b'),
      'articles/en/using/b.md': redirect('/articles/using/a'),
    },
    [
      'articles/en/using/a.md:3: /articles/using/b is still the address of articles/en/using/b.md, and remove it, or move what stands there',
      'articles/en/using/b.md:3: /articles/using/a is still the address of articles/en/using/a.md, and remove it, or move what stands there',
    ],
  ],
  [
    'a redirect that shadows a page',
    {
      [PLACE]: redirect(
        '/',
        '/search',
        '/articles/using',
        '/de/articles/using/only-english',
        '/de',
      ),
      'articles/en/using/only-english.md': text,
      'articles/de/using/search.md': text,
    },
    [
      '/ is still the address of the home page',
      '/articles/using is still the address of the category using',
      '/de is still the address of the home page',
      '/de/articles/using/only-english is still the address of articles/de/using/only-english.md',
      '/search is still the address of the search',
    ].map((what) => `${PLACE}:3: ${what}, and remove it, or move what stands there`),
  ],
  [
    'a redirect from elsewhere',
    { [PLACE]: redirect('https://example.com/a', 'old', '/a?b', '/a#b', '//host', '/%') },
    ['/%', '//host', '/a#b', '/a?b', 'https://example.com/a', 'old'].map(
      (from) =>
        `${PLACE}:3: "${from}" is no address on this site, and write it from the first slash after the host, without ? and #`,
    ),
  ],

  // site.yml, authors.yml, _category.yml
  [
    'a faulty site.yml',
    oneArticle('', {
      'site.yml':
        'nmae: Help\naccent: blue\nlogo: ./logo.svg\ndefaultLocale: fr\nlocales: [en, xx]\nlinks:\n  - label: A\n    url: example.com\n  - { label: B, url: https://example.com, titel: x }\ncontact: me@example.com\neditUrl: https://example.com/edit\n',
    }),
    [
      'site.yml:1: there is no field `nmae`, and write `name` if you meant that',
      'site.yml:2: `accent` cannot be "blue", and write a colour in quotes, such as "#0b5fff"',
      'site.yml:3: there is no file logo.svg, and put it beside site.yml',
      'site.yml:4: the default locale "fr" is not among the locales (en), and choose one of them',
      'site.yml:5: "xx" is no language, and write a code such as en or pt-BR',
      'site.yml:8: `links[1].url` cannot be "example.com", and write an address that starts with https://, mailto:, tel: or a slash',
      'site.yml:9: there is no field `titel`, and use one of: label, url, note',
      'site.yml:10: `contact` cannot be "me@example.com", and write a list of ways to reach you, each with a label and a url',
      'site.yml:11: `editUrl` cannot be "https://example.com/edit", and write an address with {file} where the path belongs',
    ],
  ],
  [
    'faulty ways to reach the company, and what is neither true nor false',
    oneArticle('', {
      'site.yml':
        'contact:\n  - { label: Call us, url: "tel:+49", hours: [9, 17] }\n  - { url: "tel:+49" }\nstatusPage: status.example.com\ncontactForm: maybe\ngeneralSynonyms: none\n',
    }),
    [
      'site.yml:2: `contact[1].hours` cannot be [9,17], and write the hours, such as hours: Mon to Fri, 9:00 to 17:00 CET',
      'site.yml:3: `contact[2].label` is missing, and add a label, such as label: Status page',
      'site.yml:4: `statusPage` cannot be "status.example.com", and write the address of a page, such as https://status.example.com',
      'site.yml:5: `contactForm` cannot be "maybe", and write true or false',
      'site.yml:6: `generalSynonyms` cannot be "none", and write true or false',
    ],
  ],
  [
    'a faulty authors.yml',
    oneArticle('', {
      'authors.yml': 'mara: { nmae: Mara }\nyuki: Yuki\ntomas: { name: T, email: tomas }\n',
    }),
    [
      'authors.yml:1: `mara.name` is missing, and add a name, such as name: Mara Lindholm',
      'authors.yml:1: there is no field `nmae`, and write `name` if you meant that',
      'authors.yml:2: `yuki` cannot be "Yuki", and write a name, such as { name: Mara Lindholm }',
      'authors.yml:3: `tomas.email` cannot be "tomas", and write an e-mail address',
    ],
  ],
  [
    'a faulty category',
    oneArticle('', {
      'articles/en/using/_category.yml':
        'title: Using\nodrer: 1\nicon: no-such-icon\ntitle: Again\n',
    }),
    [
      'articles/en/using/_category.yml:2: there is no field `odrer`, and write `order` if you meant that',
      'articles/en/using/_category.yml:3: there is no icon "no-such-icon", and choose a name from lucide.dev/icons',
      'articles/en/using/_category.yml:4: `title` is given twice, and keep one of the two',
    ],
  ],

  // Notices
  [
    'a faulty notice',
    oneArticle('', {
      'notices/move.md':
        '---\nseverity: high\nstart: 2026-11-20T10:00:00+01:00\nend: 2026-11-20T09:00:00Z\ncategories:\n  - using\n  - usign\nlocale: fr\n---\n\n[a](../articles/en/using/serach.md)\n',
      'notices/empty.md': '---\nstart: 2026-11-20T10:00\n---\n',
      'notices/deep/er.md': 'Text',
    }),
    [
      'notices/deep/er.md:1: a notice belongs at notices/<name>.md, and move it there',
      'notices/empty.md:2: `start` cannot be "2026-11-20T10:00", and write a date, or a date and time with its zone, such as 2026-11-20T09:00:00+01:00',
      'notices/empty.md:4: the notice says nothing, and write its text after the front matter',
      'notices/move.md:2: `severity` cannot be "high", and write info, warning or critical',
      'notices/move.md:4: the notice ends before it starts, and write an end that is later than the start',
      'notices/move.md:7: there is no category "usign", and use one of: using',
      'notices/move.md:8: the site has no locale "fr", and use one of: en',
      'notices/move.md:11: the link leads to articles/en/using/serach.md, which does not exist, and link to ../articles/en/using/search.md if you meant that',
    ],
  ],
];

test.each(faulty)('%s', async (_, files, faults) => {
  expect(await faultsOf(files)).toEqual(faults);
});

// Some file systems cannot hold such pairs, so none is written.
test.each([
  ['in case', 'Search', 'search'],
  ['in how a letter is made up', 'caf\u00e9', 'cafe\u0301'],
])('two articles for one address, whose names differ only %s', (_, one, other) => {
  const place = (name: string) => ({
    file: `articles/en/using/${name}.md`,
    locale: 'en',
    category: 'using',
    slug: name.normalize('NFC'),
  });
  const articles = [place(one), place(other)];
  const files = {
    all: new Set<string>(),
    articles,
    categories: [],
    snippets: [],
    notices: [],
    synonyms: [],
    hasSearchTests: false,
    community: { guidelines: [], replies: [] },
  };
  expect(checkFiles(files, { locales: ['en'] }).map(formatFault)).toEqual([
    `articles/en/using/${other}.md:1: this article has the same address as articles/en/using/${one}.md, and rename or remove one of the two files`,
  ]);
});

test('a file that cannot be read', async () => {
  const faults: Fault[] = [];
  expect(readText(await contentFolder({}), PLACE, faults)).toBe('');
  expect(faults.map(formatFault)).toEqual([
    `${PLACE}:1: this file cannot be read (ENOENT), and check who may read it`,
  ]);
});

test('a folder that is not there', async () => {
  expect(await faultsOf({})).toEqual([
    'articles:1: there are no articles, and put an article at articles/<locale>/<category>/<name>.md',
  ]);
});

test('what is no fault', async () => {
  const files = {
    ...oneArticle('', {
      '.DS_Store': 'x',
      'articles/en/.hidden/a.md': 'x',
      'articles/en/using/notes.txt': 'x',
      LICENSE: 'x',
      'README.md': 'x',
      'search/synonyms.en.yml': '- [log in, sign in]\n',
      'articles/pt-BR/using/ajuda.md': text,
      'articles/ja/using/検索.md': text,
    }),
    'articles/en/using/marked.md': '\uFEFF' + text,
    'articles/en/using/windows.md': text.replaceAll('\n', '\r\n'),
    'articles/en/using/moved.md': redirect('/old', '/hc/en-us/360-Login', '/%C3%BC'),
  };
  expect(await faultsOf(files)).toEqual([]);
});
