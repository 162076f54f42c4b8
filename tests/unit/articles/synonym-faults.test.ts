import { expect, test } from 'vitest';
import { faultsOf, oneArticle } from './content-folder.ts';

const FILE = 'search/synonyms.en.yml';
const FORM =
  'write words that mean the same as - [log in, sign in], or one way as - {from: cancel, to: [delete account]}';

const faulty: [name: string, text: string, faults: [line: number, what: string][]][] = [
  ['what is no list', 'a: b\n', [[1, 'a file of synonyms is a list']]],
  [
    'a group of one word, of one word twice, and of something else',
    '- [a]\n- [a, b, " A"]\n- [a, [b]]\n',
    [
      [1, 'a group of one word changes nothing'],
      [2, 'a group names a word twice'],
      [3, 'a group holds words and nothing else'],
    ],
  ],
  [
    'what is no rule',
    '- a\n- {from: a}\n- {from: a, to: []}\n- {from: a, to: [b], locale: de}\n',
    [1, 2, 3, 4].map((line) => [line, 'this is no rule for synonyms']),
  ],
  [
    'words that find themselves',
    '- [a, b]\n- {from: Bill, to: [invoice, bill]}\n',
    [[2, '"Bill" finds itself already']],
  ],
  [
    'words that no search has',
    '- ["?", help]\n- {from: ":)", to: [thanks]}\n- {from: 助けて, to: [ヘルプ]}\n',
    [1, 2].map((line) => [line, 'a word here has neither letters nor digits, so no search has it']),
  ],
];

test.each(faulty)('%s', async (_, text, faults) => {
  expect(await faultsOf(oneArticle('', { [FILE]: text }))).toEqual(
    faults.map(([line, what]) => `${FILE}:${line}: ${what}, and ${FORM}`),
  );
});

test('a file of another name', async () => {
  expect(
    await faultsOf(oneArticle('', { 'search/test.yml': '', 'search/synonyms.yml': '' })),
  ).toEqual(
    ['search/synonyms.yml', 'search/test.yml'].map(
      (file) =>
        `${file}:1: nobody reads a file of this name here, and name it synonyms.<locale>.yml or tests.yml`,
    ),
  );
});
