import { expect, it } from 'vitest';
import { readRange } from '#src/server/byte-range.ts';

it.each([
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-1000', { start: 0, end: 99 }],
  ['bytes=50-1000', { start: 50, end: 99 }],
  ['bytes=99-99', { start: 99, end: 99 }],
])('%s of 100 bytes', (header, range) => {
  expect(readRange(header, 100)).toEqual(range);
});

it.each(['bytes=100-', 'bytes=-0', 'bytes=200-300'])('%s cannot be had', (header) => {
  expect(readRange(header, 100)).toBe('unsatisfiable');
});

it.each([
  undefined,
  '',
  'bytes=',
  'bytes=-',
  'bytes=5-2',
  'bytes=0-1,5-6',
  'lines=1-2',
  'bytes=a-b',
])('%s means the whole file', (header) => {
  expect(readRange(header, 100)).toBe(undefined);
});
