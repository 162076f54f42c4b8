import { expect, test } from 'vitest';
import {
  describe as describeFragment,
  findArticles,
  tidyQuery,
  QUERY_MAX,
} from '#src/features/search/query.ts';
import type { Engine, Fragment } from '#src/features/search/query.ts';
import type { Piece } from '#src/features/search/passage.ts';

const describeArticle = (one: Fragment) => describeFragment(one, '');
const text = (pieces: Piece[]) =>
  pieces.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');

/** An article as the index has it; words that match are written in brackets. */
function fragment(written: string, headings: [id: string, text: string][] = []): Fragment {
  const words = written.split(' ');
  const plain = words.map((word) => word.replaceAll(/[[\]]/g, ''));
  const at = (heading: string) => {
    const first = heading.split(' ');
    return plain.findIndex((_, i) =>
      first.every((word, j) => (plain[i + j] ?? '').startsWith(word)),
    );
  };
  return {
    url: '/articles/using/reset.html',
    raw_content: plain.join(' '),
    meta: { title: 'Reset your password' },
    filters: { category: ['using/Using it'] },
    anchors: headings.map(([id, title]) => ({
      element: 'h2',
      id,
      text: title,
      location: at(title),
    })),
    weighted_locations: words.flatMap((word, location) =>
      word.includes('[') ? [{ location, balanced_score: 100 }] : [],
    ),
  };
}

test('a title shows its matching words without the full stop of the index', () => {
  const found = describeArticle(fragment('Reset your [password.] Go to the settings.'));
  expect(text(found.title)).toBe('Reset your [password]');
  expect(text(found.excerpt)).toBe('Go to the settings.');
  expect(found.url).toBe('/articles/using/reset');
  expect(found.category).toEqual({ name: 'using', title: 'Using it' });
});

test('a matching section is linked by its heading, which the excerpt does not repeat', () => {
  const found = describeArticle(
    fragment('Reset your password. Begin. No mail. Look into the [spam] folder.', [
      ['no-mail', 'No mail'],
    ]),
  );
  expect(found.sections).toHaveLength(1);
  expect(found.sections[0]?.url).toBe('/articles/using/reset#no-mail');
  expect(text(found.sections[0]?.title ?? [])).toBe('No mail');
  expect(text(found.sections[0]?.excerpt ?? [])).toBe('Look into the [spam] folder.');
  expect(found.excerpt).toEqual([]);
});

test('of many matching sections the best three are shown, best first', () => {
  const sections: [string, string][] = ['One', 'Two', 'Three', 'Four'].map((title) => [
    title.toLowerCase(),
    title,
  ]);
  const found = describeArticle(
    fragment(
      'Reset your password. One. [mail] Two. [mail] [mail] [mail] Three. [mail] [mail] Four. [mail] x',
      sections,
    ),
  );
  expect(found.sections.map(({ url }) => url.split('#')[1])).toEqual(['two', 'three', 'one']);
});

test('headings below the fourth level and other anchors are no sections', () => {
  const one = fragment('Reset your password. Deep. [mail] here', [['deep', 'Deep']]);
  const anchor = one.anchors[0];
  if (anchor) anchor.element = 'h5';
  expect(describeArticle(one).sections).toEqual([]);
});

test('text that looks like HTML stays text', () => {
  const one = fragment('Reset your password. Write [<script>] there');
  one.raw_content = one.raw_content.replace('<script>', '&lt;script&gt;');
  expect(text(describeArticle(one).excerpt)).toBe('Write <[script]> there');
});

test('the words of Japanese are joined again without spaces', () => {
  const found = describeArticle({
    url: '/ja/articles/a/b.html',
    raw_content: 'パス​ワード​の​再​設定​. ​画面​で​変更​します。',
    meta: { title: 'パスワードの再設定' },
    filters: {},
    anchors: [],
    weighted_locations: [0, 1, 8].map((location) => ({ location, balanced_score: 1 })),
  });
  expect(text(found.title)).toBe('[パスワード]の再設定');
  expect(text(found.excerpt)).toBe('画面で[変更]します。');
});

function engine(fragments: Fragment[]): Engine & { asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    filters: async () => ({ category: { 'using/Using it': 9, 'writing/Writing': 3 } }),
    search: async (query, options) => {
      asked.push([query, options]);
      return {
        results: fragments.map((one) => ({ data: async () => one })),
        totalFilters: { category: { 'using/Using it': 1, 'writing/Writing': 2, 'empty/Empty': 0 } },
      };
    },
  };
}

test('an answer counts all matches, shows a page of them, and the categories by their fullness', async () => {
  const one = engine(Array.from({ length: 12 }, () => fragment('Reset your password. x')));
  const answer = await findArticles(one, { query: ' reset  it ', from: 10, size: 10 });
  expect(answer).toMatchObject({ query: 'reset it', total: 12, from: 10, category: undefined });
  expect(answer.articles).toHaveLength(2);
  expect(answer.categories).toEqual([
    { name: 'writing', title: 'Writing', count: 2 },
    { name: 'using', title: 'Using it', count: 1 },
  ]);
});

test('a category is asked for as the index names it, an unknown one not at all', async () => {
  const one = engine([]);
  await findArticles(one, { query: 'mail', category: 'using' });
  const answer = await findArticles(one, { query: 'mail', category: 'gone' });
  expect(one.asked).toEqual([
    ['mail', { filters: { category: { any: ['using/Using it'] } } }],
    ['mail', { filters: {} }],
  ]);
  expect(answer.category).toBeUndefined();
});

test('an empty query asks nothing', async () => {
  const one = engine([]);
  expect(await findArticles(one, { query: ' \u0000\n ' })).toMatchObject({ query: '', total: 0 });
  expect(one.asked).toEqual([]);
});

test('a query is tidied and cut, not refused', () => {
  expect(tidyQuery('  how\tdo\u0007 I \n')).toBe('how do I');
  expect(tidyQuery('x'.repeat(5000))).toHaveLength(QUERY_MAX);
});
