import { expect, it } from 'vitest';
import { beginningOf } from '#src/server/markdown-text.ts';

it('the beginning of a text has none of the signs of Markdown', () => {
  const text =
    '# Title\n\nSome **bold** [link](https://example.com) and `code`.\n\n- one\n- two\n\n```js\nlet a;\n```\n\n![a cat](/uploads/a.png)';
  expect(beginningOf(text, 500)).toBe('Title\nSome bold link and code.\none\ntwo\nlet a;\na cat');
});

it('is cut between words, or between signs where there are no words', () => {
  expect(beginningOf('one two three', 13)).toBe('one two three');
  expect(beginningOf('one two three', 9)).toBe('one two …');
  expect(beginningOf('これは長い文章です', 4)).toBe('これは長 …');
  expect(beginningOf('👍👍👍👍', 2)).toBe('👍👍 …');
});
