import { stringify } from 'csv-stringify/sync';
import type { InsightTable } from './insight-table.ts';

/**
 * Rows of a table as CSV (RFC 4180) with a line of names, in UTF-8. What a spreadsheet would take
 * for a formula is marked as text: readers' own words are in there.
 */
export function tableAsCsv(table: InsightTable, rows: Record<string, unknown>[]): string {
  return stringify(rows, {
    header: true,
    columns: Object.keys(table.row.shape),
    record_delimiter: '\r\n',
    escape_formulas: true,
    cast: { boolean: String },
  });
}
