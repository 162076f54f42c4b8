import { wcagContrast } from 'culori';
import { describe, expect, test } from 'vitest';
import {
  accentColours,
  accentContrast,
  isReadableAccent,
  readableAccent,
} from '#src/components/accent.ts';
import { readText } from '#tests/house/house.ts';

const tokens = readText('src/styles/tokens.css');
const [, light = '', dark = ''] =
  /--color-bg: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/.exec(tokens) ?? [];

test('contrast is measured on the page colours that the tokens give', () => {
  expect(accentContrast('#000000')).toBeCloseTo(wcagContrast('#000000', light), 5);
});

describe.each(['#0b6873', '#ffcc00', '#ff0000', '#ffffff', '#000000', '#777777', '#0000ff'])(
  'the accent %s',
  (accent) => {
    test('is shown on the dark page so that it can be read', () => {
      expect(wcagContrast(accentColours(accent).dark, dark)).toBeGreaterThanOrEqual(4.5);
    });

    test('has a shade for the light page that can be read', () => {
      const shade = readableAccent(accent);
      expect(shade).toMatch(/^#[0-9a-f]{6}$/);
      expect(isReadableAccent(shade)).toBe(true);
    });
  },
);

test('an accent that can be read stays as it is', () => {
  expect(readableAccent('#0b6873')).toBe('#0b6873');
  expect(isReadableAccent('#0b6873')).toBe(true);
  expect(isReadableAccent('#ffcc00')).toBe(false);
  expect(accentColours('#ffcc00')).toEqual({ light: '#ffcc00', dark: '#ffcc00' });
});
