import { expect, test } from 'vitest';
import { fillReply, repliesFor } from '#src/features/moderation/canned-replies.ts';

const values = { name: 'Ada', moderator: 'Mo', question: 'Why?', guidelines: '/g' };

test('placeholders are filled in, and names stay names', () => {
  expect(fillReply('Hello {{name}}, see {{ guidelines }}. {{other}}\n', values)).toBe(
    'Hello Ada, see /g. {{other}}',
  );
  expect(fillReply('{{name}}', { ...values, name: '[x](https://a.example) @all' })).toBe(
    String.raw`\[x\](https://a.example) \@all`,
  );
});

test("a page offers its own language's replies, or the default one's", () => {
  const replies = ['en', 'de'].map((locale) => ({ locale, name: locale, text: '' }));
  expect(repliesFor(replies, 'de', 'en').map(({ name }) => name)).toEqual(['de']);
  expect(repliesFor(replies, 'ja', 'en').map(({ name }) => name)).toEqual(['en']);
  expect(repliesFor([], 'ja', 'en')).toEqual([]);
});
