import { readFileSync } from 'node:fs';
import path from 'node:path';
import { wcagContrast } from 'culori';
import { expect, test } from 'vitest';
import { hueOf, initialsOf } from '#src/features/accounts/avatar.ts';

test.each([
  ['Ada Lovelace', 'AL'],
  ['  jean-luc  picard ', 'JP'],
  ['Omar', 'O'],
  ['Åse Æbelø-Öst', 'ÅÖ'],
  ['山田 太郎', '山太'],
  ['محمد علي', 'مع'],
  ['“…”', ''],
  ['R2-D2', 'RD'],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('a handle has always the same colours, and all six are used', () => {
  expect(hueOf('ada')).toBe(hueOf('ada'));
  const hues = new Set(Array.from({ length: 200 }, (_, at) => hueOf(`member-${at}`)));
  expect([...hues].sort()).toEqual([0, 1, 2, 3, 4, 5]);
});

const read = (...parts: string[]) =>
  readFileSync(path.join(import.meta.dirname, '..', '..', '..', 'src', ...parts), 'utf8');

test('initials can be read on every colour, light and dark', () => {
  const tokens = read('styles', 'tokens.css');
  const component = read('features', 'accounts', 'avatar.css');
  const valueOf = (token: string, mode: 0 | 1) =>
    new RegExp(`${token}: light-dark\\(([^,]+), ([^)]+)\\)`).exec(tokens)?.[mode + 1] ?? '';
  const grounds = [...component.matchAll(/background: var\((--[\w-]+)\)/g)].map(([, one]) => one!);
  expect(grounds).toHaveLength(6);
  for (const ground of grounds.filter((one) => one !== '--color-accent')) {
    for (const mode of [0, 1] as const) {
      const contrast = wcagContrast(valueOf(ground, mode), valueOf('--color-bg', mode));
      expect(contrast, `${ground} ${mode}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});
