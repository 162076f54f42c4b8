import { expect, test } from 'vitest';
import { handlesFromName } from '#src/features/accounts/handles-from-name.ts';
import { handleFault } from '#src/features/accounts/member.ts';

test('handles are made from the letters of a name, with a number when they are taken', () => {
  expect(handlesFromName('Zoë Löwe', 777).slice(0, 3)).toEqual([
    'zoe-lowe',
    'zoe-lowe-2',
    'zoe-lowe-3',
  ]);
  expect(handlesFromName('Zoë Löwe', 777).at(-1)).toBe('zoe-lowe-777');
});

test.each([
  ['Li', 'li-2'],
  ['', 'newcomer'],
  ['山田 太郎', 'newcomer'],
  ['Admin', 'newcomer'],
  ['Former 12', 'newcomer'],
  ['--A--B--C--', 'a-b-c'],
  ['Hubert Blaine Wolfeschlegelsteinhausenbergerdorff', 'hubert-blaine-wolfes'],
])('%s becomes %s', (name, handle) => {
  expect(handlesFromName(name, 1)[0]).toBe(handle);
});

test('every one of them is a handle', () => {
  for (const name of ['Zoë', 'x', '!', 'a'.repeat(99), 'admin', 'A B C D E F G H I J K L M']) {
    for (const handle of handlesFromName(name, 16_777_215)) {
      expect(handleFault(handle)).toBeUndefined();
    }
  }
});
