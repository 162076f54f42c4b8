import { expect, it } from 'vitest';
import { mentionsOfText } from '#src/server/mention.ts';
import { mentionsIn } from '#src/server/mentions.ts';

it('a text mentions each handle once, in small letters and in its order', () => {
  expect(mentionsIn('Thanks @Bo-Li, and **@amira**: ask @bo-li. (@chidi99)')).toEqual([
    'bo-li',
    'amira',
    'chidi99',
  ]);
  expect(mentionsIn('ありがとう@miraさん')).toEqual(['mira']);
});

it.each([
  ['code', 'Write `@amira` or\n\n```\n@amira\n```'],
  ['a link', '[@amira](https://example.com) and https://example.com/@amira'],
  ['a quote', '> Thanks @amira'],
  ['a mail address', 'Write to bo@amira and grüß@amira or bo@amira.example'],
  ['a package', 'Install @amira/parts'],
  ['a handle that nobody can have', '@am and @amira_x and @amira- is one, @amira--x is not'],
])('%s mentions nobody', (_, text) => {
  expect(mentionsIn(text)).toEqual(text.includes('is one') ? ['amira'] : []);
});

it('places are those of the sign and of what follows', () => {
  const text = 'Hi @amira!';
  const [{ start, end } = { start: 0, end: 0 }] = mentionsOfText(text);
  expect(text.slice(start, end)).toBe('@amira');
});
