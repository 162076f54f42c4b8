import { expect, test } from 'vitest';
import {
  markedPieces,
  markWords,
  stretchAround,
  withDots,
  withoutEntities,
} from '#src/features/search/marked-text.ts';

const marked = (text: string) =>
  markedPieces(text)
    .map(({ text: part, mark }) => (mark ? `[${part}]` : part))
    .join('');

test('marks part a text, also where one has no end', () => {
  expect(markedPieces('one \u0002two\u0003 three')).toEqual([
    { text: 'one ', mark: false },
    { text: 'two', mark: true },
    { text: ' three', mark: false },
  ]);
  expect(marked('a\u0003b \u0002c')).toBe('a\u0003b [c]');
  expect(markedPieces('')).toEqual([]);
});

test('words without spaces around them are marked wherever they stand, the longest first', () => {
  expect(marked(markWords('記事の検索と再検索、API', ['検索', '再検索', 'API']))).toBe(
    '記事の[検索]と[再検索]、API',
  );
  expect(markWords('a.b', ['.'])).toBe('a.b');
});

test('a stretch begins shortly before what matches', () => {
  const text = `${'前'.repeat(100)}検索${'後'.repeat(100)}`;
  const stretch = stretchAround(text, ['検索']);
  expect(stretch).toBe(`… ${'前'.repeat(25)}検索${'後'.repeat(63)} …`);
  expect(stretchAround('短い検索です', ['検索'])).toBe('短い検索です');
  expect(stretchAround('何もない', ['検索'])).toBe('何もない');
});

test('dots stand where text is left out', () => {
  expect(withDots('The \u0002start\u0003 of it', ' The start of it all.')).toBe(
    'The \u0002start\u0003 of it …',
  );
  expect(withDots(' of it\n all. ', 'The start of it all.')).toBe('… of it all.');
  expect(withDots('  ', 'x')).toBe('');
});

test('entities are read once, and none makes a sign that has a meaning here', () => {
  expect(
    withoutEntities('&#x3C;b> &lt;i&gt; &amp;lt; &#39; &#x2; &#3; &nbsp;&unknown; &#x110000;'),
  ).toBe("<b> <i> &lt; '    &unknown; ");
});
