import { expect, test } from 'vitest';
import { faultsOf, oneArticle, read, type Files } from './content-folder.ts';

const RULES = 'community/word-rules.yml';
const REPLIES = 'community/canned-replies.en.yml';
const GUIDELINES = 'community/guidelines.en.md';

const faulty: [name: string, files: Files, faults: string[]][] = [
  [
    'a file that nobody reads',
    { 'community/rules.yml': '', 'community/guidelines.md': 'Be kind.' },
    [
      'community/guidelines.md:1: nobody reads a file of this name here, and name it guidelines.<locale>.md, canned-replies.<locale>.yml or word-rules.yml',
      'community/rules.yml:1: nobody reads a file of this name here, and name it guidelines.<locale>.md, canned-replies.<locale>.yml or word-rules.yml',
    ],
  ],
  [
    'a language that the site does not have',
    { 'community/guidelines.fr.md': 'Soyez gentils.' },
    [
      'community/guidelines.fr.md:1: the site has no locale "fr", and add it to locales in site.yml, or name the file by one of: en',
    ],
  ],
  [
    'empty guidelines',
    { [GUIDELINES]: '\n' },
    [`${GUIDELINES}:1: the guidelines say nothing, and write them`],
  ],
  [
    'a link that leads nowhere',
    { [GUIDELINES]: 'Be kind.\n\n[How](../articles/en/using/gone.md)\n' },
    [
      `${GUIDELINES}:3: the link leads to articles/en/using/gone.md, which does not exist, and correct the path`,
    ],
  ],
  [
    'a pattern that could take for ever',
    { [RULES]: 'rules:\n  - name: A\n    words: [a]\n  - name: B\n    pattern: "(?=x)y"\n' },
    [
      `${RULES}:5: the pattern of "B" cannot be used (invalid or unsupported Perl syntax: \`(?=\`), and write it as RE2 knows it: without lookahead, lookbehind and references to groups, which can take for ever`,
    ],
  ],
  [
    'a rule without words, and one that meets everything',
    { [RULES]: 'rules:\n  - name: A\n  - name: B\n    pattern: "x*"\n' },
    [
      `${RULES}:2: the rule "A" matches nothing, and add words or a pattern`,
      `${RULES}:4: the pattern of "B" cannot be used (it matches an empty text), and write it as RE2 knows it: without lookahead, lookbehind and references to groups, which can take for ever`,
    ],
  ],
  [
    'a field that there is not',
    { [RULES]: 'rules:\n  - name: A\n    word: [a]\n    words: [b]\n' },
    [`${RULES}:3: there is no field \`word\`, and write \`words\` if you meant that`],
  ],
  [
    'a placeholder that there is not, and a name twice',
    {
      [REPLIES]:
        'replies:\n  - name: A\n    text: Hello {{nmae}}\n  - name: A\n    text: "{{ name }}"\n',
    },
    [
      `${REPLIES}:3: there is no placeholder {{nmae}}, and write {{name}} if you meant that`,
      `${REPLIES}:4: there are two replies named "A", and rename one of them`,
    ],
  ],
];

test.each(faulty)('%s', async (_, files, faults) => {
  expect(await faultsOf(oneArticle('', files))).toEqual(faults);
});

test('a folder without community/ has none of it', async () => {
  const { community, faults } = await read(oneArticle(''));
  expect(community).toEqual({ guidelines: [], wordRules: [], replies: [] });
  expect(faults).toEqual([]);
});

test('what is there is read', async () => {
  const { community } = await read(
    oneArticle('', {
      [GUIDELINES]: 'Be kind.\n',
      [RULES]:
        'rules:\n  - name: A\n    words: [a b]\n  - { name: B, pattern: x+, for: everyone }\n',
      [REPLIES]: 'replies:\n  - name: Welcome\n    text: |\n      Hello {{name}}\n',
    }),
  );
  expect(community).toEqual({
    guidelines: [{ locale: 'en', file: GUIDELINES, body: 'Be kind.\n' }],
    wordRules: [
      { name: 'A', words: ['a b'], for: 'new' },
      { name: 'B', words: [], pattern: 'x+', for: 'everyone' },
    ],
    replies: [{ locale: 'en', name: 'Welcome', text: 'Hello {{name}}' }],
  });
});
