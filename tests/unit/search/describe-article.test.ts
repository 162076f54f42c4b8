import { expect, test } from 'vitest';
import { describeArticle, type Described } from '#src/features/search/describe-article.ts';
import { pageReader, type Fragment } from '#src/features/search/indexed-page.ts';
import { fillerWords } from '#src/features/search/filler-words.ts';
import { loadLanguage } from '#src/features/search/language.ts';
import type { Piece } from '#src/features/search/passage.ts';

const text = (pieces: Piece[] = []) =>
  pieces.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');

const language = await loadLanguage('en', fillerWords('en'));
const japanese = await loadLanguage('ja', fillerWords('ja'));

/** An article as Pagefind keeps it. */
function fragment(written: string, headings: [id: string, text: string][] = []): Fragment {
  const words = written.split(' ');
  const at = (heading: string) => {
    const first = heading.split(' ');
    return words.findIndex((_, i) =>
      first.every((word, j) => (words[i + j] ?? '').startsWith(word)),
    );
  };
  return {
    url: '/articles/using/reset.html',
    content: written,
    meta: { title: 'Reset your password' },
    anchors: headings.map(([id, title]) => ({
      element: 'h2',
      id,
      text: title,
      location: at(title),
    })),
  };
}

const bytesOf = (one: Fragment) => new TextEncoder().encode(`pagefind_dcd${JSON.stringify(one)}`);

function described(
  one: Fragment,
  wanted: Record<string, number>,
  more: Partial<Described> = {},
  tongue = language,
) {
  return describeArticle(pageReader(tongue)(bytesOf(one)), {
    wanted: new Map(Object.entries(wanted)),
    said: Object.keys(wanted),
    section: 0,
    score: 1,
    category: { name: 'using', title: 'Using it' },
    ...more,
  });
}

test('a title shows its matching words without the full stop of the index', () => {
  const found = described(fragment('Reset your password. Go to the settings.'), { password: 1 });
  expect(text(found.title)).toBe('Reset your [password]');
  expect(text(found.excerpt)).toBe('Go to the settings.');
  expect(found.url).toBe('/articles/using/reset');
  expect(found.category).toEqual({ name: 'using', title: 'Using it' });
});

test('other forms of a word are marked', () => {
  const found = described(fragment('Reset your password. Settings are there.'), {
    set: 1,
    there: 1,
  });
  expect(text(found.excerpt)).toBe('[Settings] are [there].');
});

test('a matching section is linked by its heading, which the excerpt does not repeat', () => {
  const page = fragment('Reset your password. Begin. No mail. Look into the spam folder.', [
    ['no-mail', 'No mail'],
  ]);
  const found = described(page, { spam: 1 });
  expect(found.sections).toHaveLength(1);
  expect(found.sections[0]?.url).toBe('/articles/using/reset#no-mail');
  expect(text(found.sections[0]?.title)).toBe('No mail');
  expect(text(found.sections[0]?.excerpt)).toBe('Look into the [spam] folder.');
  expect(found.excerpt).toEqual([]);
});

const four = fragment(
  'Reset your password. One. mail Two. mail mail Three. mail queue sender Four. mail queue',
  ['One', 'Two', 'Three', 'Four'].map((title) => [title.toLowerCase(), title]),
);
const anchors = (found: ReturnType<typeof described>) =>
  found.sections.map(({ url }) => url.split('#')[1]);

test('of many matching sections those that say nearly as much as the best are shown, three at most', () => {
  expect(anchors(described(four, { mail: 1, queue: 1, sender: 0.5 }))).toEqual(['three', 'four']);
  expect(anchors(described(four, { mail: 1 }))).toEqual(['one', 'two', 'three']);
});

test('the section that the ranking chose stands first', () => {
  const found = described(four, { mail: 1, queue: 1, sender: 0.5 }, { section: 4 });
  expect(anchors(found)[0]).toBe('four');
});

test('headings below the fourth level and other anchors are no sections', () => {
  const one = fragment('Reset your password. Deep. mail here', [['deep', 'Deep']]);
  one.anchors[0]!.element = 'h5';
  expect(described(one, { mail: 1 }).sections).toEqual([]);
});

test('text that looks like HTML stays text', () => {
  const one = fragment('Reset your password. Write <script> there');
  expect(text(described(one, { script: 1 }).excerpt)).toBe('Write <[script]> there');
});

test('the words of Japanese are joined again without spaces', () => {
  const one = {
    ...fragment(''),
    content:
      'パス\u200bワード\u200bの\u200b再\u200b設定\u200b. \u200b画面\u200bで\u200b変更\u200bします。',
    meta: { title: 'パスワードの再設定' },
  };
  const found = described(one, { パス: 1, ワー: 1, 変更: 1 }, {}, japanese);
  expect(text(found.title)).toBe('[パスワード]の再設定');
  expect(text(found.excerpt)).toBe('画面で[変更]します。');
});
