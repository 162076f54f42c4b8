import { expect, test } from 'vitest';
import { byNeed } from '#src/features/insights/article-records.ts';
import { record } from './sample-record.ts';

test('the worst comes first: bad even by the kindest reading of its votes', () => {
  const records = [
    record('unheard', 0, 0),
    record('good', 60, 55),
    record('one-no', 1, 0),
    record('broken', 50, 10),
    record('perfect', 3, 3),
    record('untold', 0, 0),
  ];
  expect(records.sort(byNeed).map(({ slug }) => slug)).toEqual([
    'broken',
    'one-no',
    'good',
    'perfect',
    'unheard',
    'untold',
  ]);
});
