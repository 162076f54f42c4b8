import { expect, test } from 'vitest';
import { hasReaders } from '#src/features/insights/changed-articles.ts';
import { record } from './sample-record.ts';

const found = (digest: ReturnType<typeof record> | undefined) =>
  hasReaders({ file: 'articles/en/using/a.md', what: 'removed', digest });

test('an article has readers when somebody came in the last weeks, or has ever voted', () => {
  expect(found(record('a', 0, 0, { views: 1 }))).toBe(true);
  expect(found(record('a', 1, 1))).toBe(true);
  expect(found(record('a', 0, 0))).toBe(false);
  expect(found(record('a', 9, 9, { views: 9, removed: true }))).toBe(false);
  expect(found(undefined)).toBe(false);
});
