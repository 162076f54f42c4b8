import { expect, test } from 'vitest';
import { htmlText } from '#src/server/html-text.ts';
import { renderMarkdown } from '#src/server/markdown.ts';

const picture = '/uploads/0123456789abcdef0123456789abcdef-1600x90.webp';
const textOf = async (markdown: string) => htmlText(await renderMarkdown(markdown));

test.each([
  [
    '**Run** `npm start`,\nthen [look](https://example.com/?a=1&b=2).',
    'Run npm start,\nthen look.',
  ],
  ['- one\n- two\n\n> said', 'one\ntwo\nsaid'],
  ['Tom & Jerry: 1 < 2 > 0, "so"', 'Tom & Jerry: 1 < 2 > 0, "so"'],
  ['<script>alert(1)</script> &lt;b&gt; &amp;amp;', '<script>alert(1)</script> <b> &amp;'],
  [`![a "shot" > of it](${picture}) and ![](${picture})`, 'a "shot" > of it and'],
  ['A [link](https://example.com "1 > 0") stays', 'A link stays'],
])('%s', async (markdown, text) => {
  expect(await textOf(markdown)).toBe(text);
});

test('code keeps its lines, and loses its colours', async () => {
  const text = await textOf('Run:\n\n```js\nif (a < b && c) {\n  go("x");\n}\n```');
  expect(text).toBe('Run:\nif (a < b && c) {\n  go("x");\n}');
});
