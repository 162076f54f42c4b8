import { expect, test } from 'vitest';
import { articleMarkdown } from '#src/features/articles/article-markdown.ts';
import { article } from './content-folder.ts';
import { pageOf, smallLibrary } from './small-library.ts';

const origin = new URL('https://help.example.com');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>';

async function twin(body: string, locale = 'en'): Promise<string> {
  const books = await smallLibrary({
    'site.yml': 'defaultLocale: en\nlocales: [en, de]\n',
    'articles/en/a/one.md': article(body, 'title: One'),
    'articles/en/a/two.md': article(),
    'articles/en/a/x.svg': SVG,
    'articles/en/a/film.mp4': 'film',
  });
  return articleMarkdown(books, locale, pageOf(books, locale, 'a/one').article, origin);
}

test('the title comes first, the text follows as written', async () => {
  const body = '## Part {#p}\n\n:::note\nMind **this**.\n:::\n\n| a |\n|---|\n| 1 |';
  expect(await twin(`\n${body}\n\n`)).toBe(`# One\n\n${body}\n`);
});

test.each([
  ['[Two](two.md)', '[Two](https://help.example.com/articles/a/two)'],
  ['[Two](two.md#part "Title")', '[Two](https://help.example.com/articles/a/two#part "Title")'],
  ['[Two](<two.md>)', '[Two](<https://help.example.com/articles/a/two>)'],
  ['[up](#part)', '[up](https://help.example.com/articles/a/one#part)'],
  ['[shelf](../a/)', '[shelf](https://help.example.com/articles/a)'],
  ['[page](/search)', '[page](https://help.example.com/search)'],
  ['[a [b] c](two.md)', '[a [b] c](https://help.example.com/articles/a/two)'],
  ['[r]\n\n[r]: two.md', '[r]\n\n[r]: https://help.example.com/articles/a/two'],
  ['[out](https://example.com/two.md)', '[out](https://example.com/two.md)'],
  ['<https://example.com>', '<https://example.com>'],
  ['[mail](mailto:a@b.c)', '[mail](mailto:a@b.c)'],
])('%s can be followed from elsewhere', async (written, expected) => {
  expect(await twin(written)).toBe(`# One\n\n${expected}\n`);
});

test('images and videos can be seen from elsewhere', async () => {
  const file = /https:\/\/help\.example\.com\/files\/(x|film)\.[0-9a-f]{12}\.(svg|mp4)/g;
  const text = await twin(
    '![X](./x.svg "Caption")\n\n[![X](x.svg)](two.md)\n\n![X][x]\n\n[x]: x.svg\n\n::video[F]{src="./film.mp4" poster="x.svg"}',
  );
  expect(text.match(file)).toHaveLength(5);
  expect(text).toMatch(
    /\[!\[X\]\(https:\/\/[^)]+\.svg\)\]\(https:\/\/help\.example\.com\/articles\/a\/two\)/,
  );
  expect(text).not.toMatch(/\((\.\/)?x\.svg/);
});

test.each([
  '`[Two](two.md)`',
  '``a ` [Two](two.md)``',
  '```md\n[Two](two.md)\n```',
  '~~~\n[Two](two.md)\n~~~',
  '    [Two](two.md)',
  '\\[Two](two.md)',
])('what only shows a link is left as it is: %s', async (code) => {
  expect(await twin(`Text\n\n${code}`)).toBe(`# One\n\nText\n\n${code}\n`);
});

test('a text that stands in for a translation leads to that language’s pages', async () => {
  expect(await twin('[Two](two.md)', 'de')).toContain(
    '(https://help.example.com/de/articles/a/two)',
  );
});
