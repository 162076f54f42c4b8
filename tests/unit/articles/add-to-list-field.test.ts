import { expect, test } from 'vitest';
import { addToListField } from '#src/features/content/add-to-list-field.ts';

const add = (text: string) => addToListField(text, 'redirectFrom', '/old/a b');

test.each([
  ['no front matter', 'Text.\n', '---\nredirectFrom: [/old/a b]\n---\n\nText.\n'],
  [
    'no such field',
    '---\ntitle:  A # b\n---\nx',
    '---\ntitle:  A # b\nredirectFrom: [/old/a b]\n---\nx',
  ],
  ['an empty front matter', '---\n---\nx', '---\nredirectFrom: [/old/a b]\n---\nx'],
  [
    'an empty field',
    '---\nredirectFrom:\ntitle: A\n---\n',
    '---\nredirectFrom: [/old/a b]\ntitle: A\n---\n',
  ],
  ['an empty list', '---\nredirectFrom: []\n---\n', '---\nredirectFrom: [/old/a b]\n---\n'],
  [
    'a list on one line',
    '---\nredirectFrom: [ /a, "/b" ] # old\n---\n',
    '---\nredirectFrom: [ /a, "/b", /old/a b ] # old\n---\n',
  ],
  [
    'a list of lines',
    '---\nredirectFrom:\n    - /a # first\n    - /b # last\ntitle: A\n---\n',
    '---\nredirectFrom:\n    - /a # first\n    - /b # last\n    - /old/a b\ntitle: A\n---\n',
  ],
  [
    'lines that end as on Windows',
    '---\r\nredirectFrom:\r\n- /a\r\n---\r\nx',
    '---\r\nredirectFrom:\r\n- /a\r\n- /old/a b\r\n---\r\nx',
  ],
])('adds to %s and changes nothing else', (_, before, after) => {
  expect(add(before)).toBe(after);
});

test('keeps its hands off what it does not understand', () => {
  expect(add('---\nredirectFrom: /a\n---\n')).toBeUndefined();
  expect(add('---\ntitle: [\n---\n')).toBeUndefined();
  expect(add('---\n- a\n---\n')).toBeUndefined();
  expect(add('---\ntitle: A\n')).toBeUndefined();
});

test('quotes what YAML would read as something else', () => {
  expect(addToListField('---\ntitle: A\n---\n', 'redirectFrom', '/a, #b: [c]')).toContain(
    'redirectFrom: ["/a, #b: [c]"]',
  );
});
