import { expect, test } from 'vitest';
import { sectionTexts } from '#src/features/search/section-texts.ts';

test('an article is parted at its headings, each with those above it', () => {
  const body = `First *of* all.

## Set it up

Press :kbd[Enter], then ![a key](key.png) \`npm start\`.

### On a Mac {#mac}

- one
- two

| a | b |
| - | - |
| c | d |

## Set it up

\`\`\`sh
run this
\`\`\`
`;
  const tidy = sectionTexts({ body }).map(({ text, ...one }) => ({
    ...one,
    words: text.match(/\w+/g)?.join(' ') ?? '',
  }));
  expect(tidy).toEqual([
    { id: '', title: '', above: '', words: 'First of all' },
    {
      id: 'set-it-up',
      title: 'Set it up',
      above: '',
      words: 'Press Enter then a key npm start',
    },
    { id: 'mac', title: 'On a Mac', above: 'Set it up', words: 'one two a b c d' },
    { id: 'set-it-up-1', title: 'Set it up', above: '', words: 'run this' },
  ]);
});
