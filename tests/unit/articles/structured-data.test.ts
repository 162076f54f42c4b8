import { describe, expect, test } from 'vitest';
import { articleDescription } from '#src/features/articles/article-description.ts';
import { llmsText } from '#src/features/articles/llms-text.ts';
import { siteFacts } from '#src/features/articles/site-facts.ts';
import { articleStructuredData } from '#src/features/articles/structured-data.ts';
import { article, now } from './content-folder.ts';
import { pageOf, smallLibrary } from './small-library.ts';

const origin = new URL('https://help.example.com');

describe('the description', () => {
  test('is the writer’s', () => {
    expect(articleDescription({ description: 'Mine.', body: 'Text.' })).toBe('Mine.');
  });

  test.each([
    ['Some *marked* `text` with [a link](x.md) :kbd[K].', 'Some marked text with a link K.'],
    ['## Heading\n\nText at 10:30.', 'Text at 10:30.'],
    ['::video[Film]{src="https://youtu.be/x"}\n\nText[^1].\n\n[^1]: Note.', 'Text.'],
    [':::warning[Careful]\nHot!\n:::\n\nText.', 'Hot! Text.'],
    ['```js\ncode\n```\n\n| t |\n|---|\n| u |\n\nText.', 'Text.'],
    ['1. One\n2. Two', 'One Two'],
    ['<div>\n\nText.\n\n</div>\n\n<!-- no -->\n\n[r]: x.md', 'Text.'],
    ['![Picture](x.png)\n\nText.', 'Text.'],
    ['Line\nbreak.', 'Line break.'],
    ['', ''],
  ])('is taken from the text without its marks: %j', (body, expected) => {
    expect(articleDescription({ body })).toBe(expected);
  });

  test('ends at a word', () => {
    const text = articleDescription({ body: 'Twelve chars '.repeat(40) });
    expect(text).toMatch(/^(Twelve chars )+Twelve( chars)?…$/);
    expect(text.length).toBeLessThanOrEqual(161);
  });

  test('ends somewhere when there are no spaces', () => {
    const text = articleDescription({ body: '言葉'.repeat(200) });
    expect(text).toMatch(/^(言葉)+言?…$/);
    expect(text.length).toBeGreaterThan(120);
  });
});

const books = () =>
  smallLibrary({
    'site.yml':
      'name: Acme Help\ndescription: All about it.\ndefaultLocale: en\nlocales: [en, de]\n',
    'authors.yml': 'mina:\n  name: Mina\n',
    'articles/en/a/_category.yml': 'title: Aye\n',
    'articles/en/a/one.md': article(
      'Text.',
      'title: One\nowner: mina\nupdated: 2026-02-03\norder: 1',
    ),
    'articles/en/a/two.md': article('Text.', 'title: Two\ndescription: The second.\norder: 2'),
    'articles/en/a/secret.md': article('Text.', 'title: Secret\nunlisted: true'),
  });

test('search engines are told the way to the article and who keeps it', async () => {
  const library = await books();
  const page = pageOf(library, 'de', 'a/one');
  const [trail, text] = articleStructuredData(page, await siteFacts(library, now), origin);
  expect(trail).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { position: 1, name: 'Acme Help', item: 'https://help.example.com/de' },
      { position: 2, name: 'Aye', item: 'https://help.example.com/de/articles/a' },
      { position: 3, name: 'One', item: 'https://help.example.com/de/articles/a/one' },
    ],
  });
  expect(text).toMatchObject({
    '@type': 'Article',
    headline: 'One',
    inLanguage: 'en',
    dateModified: '2026-02-03',
    author: { '@type': 'Person', name: 'Mina' },
    publisher: { name: 'Acme Help' },
  });
});

test('AI assistants are told of every listed article, by its Markdown', async () => {
  expect(llmsText(await books(), origin)).toBe(
    [
      '# Acme Help',
      '',
      '> All about it.',
      '',
      '## Aye',
      '',
      '- [One](https://help.example.com/articles/a/one.md)',
      '- [Two](https://help.example.com/articles/a/two.md): The second.',
      '',
    ].join('\n'),
  );
});
