import { expect, test } from 'vitest';
import { z } from 'zod';
import { insightTable } from '#src/features/insights/insight-table.ts';
import { tableAsCsv } from '#src/features/insights/table-as-csv.ts';

const table = insightTable({
  describes: 'What readers said',
  row: z.object({ said: z.string(), n: z.int(), isEarlier: z.boolean() }),
  read: async () => [],
});

test('columns have their names also when there is nothing in them', () => {
  expect(tableAsCsv(table, [])).toBe('said,n,isEarlier\r\n');
});

test('what readers wrote stays in its cell, and is never a formula', () => {
  const said = (text: string) => tableAsCsv(table, [{ said: text, n: 2, isEarlier: false }]);
  expect(said('one,\n"two"')).toContain('\r\n"one,\n""two""",2,false\r\n');
  for (const text of ['=HYPERLINK(1)', '+1', '-1', '@now']) {
    expect(said(text)).toContain(`\r\n'${text},2,false\r\n`);
  }
});
