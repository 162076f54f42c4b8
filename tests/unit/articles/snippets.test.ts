import { describe, expect, test } from 'vitest';
import { bodySource } from '#src/features/content/body-source.ts';
import { article, faultsOf, oneArticle, PLACE, read } from './content-folder.ts';

const bodyOf = async (body: string, more = {}) => {
  const { articles, faults } = await read(oneArticle(body, more));
  expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  return articles.find(({ file }) => file === PLACE)?.body;
};

describe('a snippet', () => {
  test('stands where its line stood', async () => {
    const more = { 'snippets/en/price.md': 'Ten euros.\n' };
    expect(await bodyOf('Price:\n\n::snippet{name="price"}\n\nEnd.\n', more)).toBe(
      '\nPrice:\n\nTen euros.\n\nEnd.\n',
    );
  });

  test('keeps apart from the lines around it', async () => {
    const more = { 'snippets/en/price.md': 'Ten euros.\n' };
    expect(await bodyOf('Price:\n::snippet{name="price"}\nEnd.', more)).toBe(
      '\nPrice:\n\nTen euros.\n\nEnd.',
    );
  });

  test('goes into lists and quotations with every line', async () => {
    const more = { 'snippets/en/two.md': 'One.\n\nTwo.\n' };
    expect(
      await bodyOf('1. Step\n\n   ::snippet{name="two"}\n\n> ::snippet{name="two"}\n', more),
    ).toBe('\n1. Step\n\n   One.\n\n   Two.\n\n> One.\n>\n> Two.\n');
    expect(await bodyOf('- ::snippet{name="two"}', more)).toBe('\n- One.\n\n  Two.');
  });

  test('may include another', async () => {
    const more = {
      'snippets/en/outer.md': 'Before.\n\n::snippet{name="inner"}\n',
      'snippets/en/inner.md': 'Inside.',
    };
    expect(await bodyOf('::snippet{name="outer"}', more)).toBe('\nBefore.\n\nInside.');
  });

  test('is only shown in code', async () => {
    const body = '```md\n::snippet{name="price"}\n```\n';
    expect(await bodyOf(body)).toBe(`\n${body}`);
  });

  test('adds its headings, and counts in the revision', async () => {
    const content = (text: string) =>
      oneArticle('::snippet{name="s"}', { 'snippets/en/s.md': text });
    const [before] = (await read(content('## A heading\n'))).articles;
    const [after] = (await read(content('## Another heading\n'))).articles;
    expect(before?.sections).toEqual([{ id: 'a-heading', title: 'A heading', depth: 2 }]);
    expect(before?.revision).not.toBe(after?.revision);
  });

  test('is taken from the default locale where the own one lacks it', async () => {
    const files = {
      'articles/en/using/search.md': article(),
      'articles/de/using/search.md': article('::snippet{name="a"}\n\n::snippet{name="b"}'),
      'snippets/en/a.md': 'English a',
      'snippets/en/b.md': 'English b',
      'snippets/de/b.md': 'Deutsch b',
    };
    const { articles, faults } = await read(files);
    expect(articles[0]?.body).toBe('\nEnglish a\n\nDeutsch b');
    expect(faults.map(({ file }) => file)).toEqual(['snippets/en/b.md']);
  });
});

describe('paths in a snippet', () => {
  const more = {
    'articles/en/writing/first.md': article('## Part\n'),
    'snippets/en/images/logo.png': 'png',
    'snippets/en/images/a.mp4': 'mp4',
  };

  test('start at the snippet and are rewritten for the article', async () => {
    const snippet = [
      '[one](../../articles/en/writing/first.md#part "title") and [two](../../articles/en/using/search.md)',
      '![Logo](images/logo.png) and [the shelf](../../articles/en/writing/)',
      '',
      '::video[A]{src="images/a.mp4" poster="./images/logo.png"}',
      '',
      '[ref]: <../../articles/en/writing/first.md>',
      '[here](#part), [site](https://example.com/a.md), `[code](./x.md)`',
      '',
      '## Part',
    ].join('\n');
    const body = await bodyOf('::snippet{name="s"}', { ...more, 'snippets/en/s.md': snippet });
    expect(body?.split('\n').slice(1)).toEqual([
      '[one](../writing/first.md#part "title") and [two](./search.md)',
      '![Logo](../../../snippets/en/images/logo.png) and [the shelf](../writing/)',
      '',
      '::video[A]{src="../../../snippets/en/images/a.mp4" poster="../../../snippets/en/images/logo.png"}',
      '',
      '[ref]: <../writing/first.md>',
      '[here](#part), [site](https://example.com/a.md), `[code](./x.md)`',
      '',
      '## Part',
    ]);
  });

  test('stay in the locale of the article when the snippet stands in for a translation', async () => {
    const files = {
      ...more,
      'articles/de/using/search.md': article('::snippet{name="s"}'),
      'articles/de/writing/first.md': article('## Teil\n'),
      'snippets/en/s.md': '[one](../../articles/en/writing/first.md) ![L](images/logo.png)',
    };
    const { articles } = await read(files);
    expect(articles.find(({ slug }) => slug === 'search')?.body).toBe(
      '\n[one](../writing/first.md) ![L](../../../snippets/en/images/logo.png)',
    );
  });

  test('that lead nowhere are told once, in the snippet', async () => {
    const files = {
      ...oneArticle('::snippet{name="s"}', more),
      'articles/en/using/vote.md': article('Text\n\n::snippet{name="s"}'),
      'snippets/en/s.md': 'Text\n\n[one](../../articles/en/writing/frist.md)',
    };
    expect(await faultsOf(files)).toEqual([
      'snippets/en/s.md:3: the link leads to articles/en/writing/frist.md, which does not exist, and link to ../../articles/en/writing/first.md if you meant that',
    ]);
  });
});

test('every line of an expanded body knows its file', async () => {
  const more = { 'snippets/en/s.md': 'A\n\n::snippet{name="t"}\n\nB', 'snippets/en/t.md': 'T\nU' };
  const { articles } = await read(oneArticle('X\n\n::snippet{name="s"}\n\nY', more));
  const [one] = articles;
  const places = one?.body.split('\n').map((text, index) => {
    const { file, line } = bodySource(one, index + 1);
    return text && `${text} ${file}:${line}`;
  });
  expect(places?.filter(Boolean)).toEqual([
    `X ${PLACE}:5`,
    'A snippets/en/s.md:1',
    'T snippets/en/t.md:1',
    'U snippets/en/t.md:2',
    'B snippets/en/s.md:5',
    `Y ${PLACE}:9`,
  ]);
});

const faulty: [name: string, body: string, snippets: Record<string, string>, faults: string[]][] = [
  [
    'that is not there',
    'Text\n\n::snippet{name="prise"}',
    { 'snippets/en/price.md': 'x' },
    [
      `${PLACE}:7: there is no snippet "prise", and write "price" if you meant that`,
      'snippets/en/price.md:1: warning: no article includes this snippet, and use it or remove it',
    ],
  ],
  [
    'that does not exist at all',
    '::snippet{name="price"}',
    {},
    [`${PLACE}:5: there is no snippet "price", and create snippets/en/price.md`],
  ],
  [
    'without a name',
    '::snippet{nmae="price"}',
    {},
    [`${PLACE}:5: the snippet has no name, and write ::snippet{name="…"}`],
  ],
  [
    'that includes itself',
    '::snippet{name="a"}',
    { 'snippets/en/a.md': 'x\n\n::snippet{name="a"}' },
    ['snippets/en/a.md:3: the snippet "a" includes itself (a → a), and remove one of these lines'],
  ],
  [
    'that includes itself by way of another',
    '::snippet{name="a"}',
    { 'snippets/en/a.md': '::snippet{name="b"}', 'snippets/en/b.md': 'x\n\n::snippet{name="a"}' },
    [
      'snippets/en/b.md:3: the snippet "a" includes itself (a → b → a), and remove one of these lines',
    ],
  ],
  [
    'that nobody uses and includes itself',
    'Text',
    { 'snippets/en/a.md': '::snippet{name="a"}' },
    [
      'snippets/en/a.md:1: the snippet "a" includes itself (a → a), and remove one of these lines',
      'snippets/en/a.md:1: warning: no article includes this snippet, and use it or remove it',
    ],
  ],
  [
    'in the middle of a sentence',
    'Costs :snippet{name="a"} a month.\n\n::snippet{name="a"}',
    { 'snippets/en/a.md': 'x' },
    [
      `${PLACE}:5: :snippet has the wrong number of colons, and write ::snippet{name="…"}, on a line of its own`,
    ],
  ],
  [
    'with a fault of its own',
    'Text\n\n::snippet{name="a"}',
    { 'snippets/en/a.md': 'x\n\n<your-url>' },
    [
      'snippets/en/a.md:3: <your-url> is no HTML element, so readers would not see it, and if it is a placeholder, put it in backticks: `<your-url>`',
    ],
  ],
  [
    'with front matter',
    '::snippet{name="a"}',
    { 'snippets/en/a.md': '---\ntitle: A\n---\n' },
    ['snippets/en/a.md:1: a snippet has no front matter, and begin the file with its text'],
  ],
  [
    'in the wrong place',
    'Text',
    { 'snippets/a.md': 'x' },
    ['snippets/a.md:1: a snippet belongs at snippets/<locale>/<name>.md, and move it there'],
  ],
];

test.each(faulty)('a snippet %s', async (_, body, snippets, faults) => {
  expect(await faultsOf(oneArticle(body, snippets))).toEqual(faults);
});

test('a snippet used by a draft only is used', async () => {
  const files = {
    ...oneArticle('Text'),
    'articles/en/using/draft.md': article('::snippet{name="a"}', 'title: D\ndraft: true'),
    'snippets/en/a.md': 'x',
  };
  expect(await faultsOf(files)).toEqual([]);
});
