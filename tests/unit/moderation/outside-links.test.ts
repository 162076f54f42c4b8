import { expect, test } from 'vitest';
import { outsideLinks } from '#src/features/moderation/outside-links.ts';

test.each<[markdown: string, hosts: string[]]>([
  ['Nothing here.', []],
  [
    'See [this](https://www.spam.example/a) and <https://spam.example/b>.',
    ['spam.example', 'spam.example'],
  ],
  ['Plain https://a.example/x?y=1 and www.b.example', ['a.example', 'b.example']],
  ['[one][1]\n\n[1]: //c.example/x', ['c.example']],
  ['![picture](http://d.example/x.png)', ['d.example']],
  ['Our own [page](/articles/a/b) and https://help.example.com/community', []],
  ['`https://code.example` and\n\n    https://block.example', []],
  ['[mail](mailto:a@e.example)', []],
  ['[odd](https://)', []],
])('%j leads to %j', (markdown, hosts) => {
  expect(outsideLinks(markdown, 'help.example.com')).toEqual(hosts);
});
