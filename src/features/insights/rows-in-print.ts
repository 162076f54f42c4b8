import { columns } from './columns.ts';
import { cell, quoted } from './records-as-markdown.ts';

type Row = Record<string, unknown>;

/** Longer texts are cut in a terminal, where one row is one line. */
const LONGEST = 60;

const NEVER = '–';

function plain(value: unknown): string {
  if (value === null || value === undefined) return NEVER;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number') return String(Number(value.toFixed(3)));
  return String(value).replace(/\s+/g, ' ');
}

const short = (text: string) =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).toWellFormed()}…` : text;

const namesOf = (rows: Row[]) => Object.keys(rows[0] ?? {});

/** Columns of which every value is a number or missing. */
const numbersOf = (rows: Row[]) =>
  new Set(
    namesOf(rows).flatMap((name, at) =>
      rows.every((row) => typeof row[name] === 'number' || row[name] === null) ? [at] : [],
    ),
  );

/** Rows of any table for a terminal. */
export function rowsAsTable(rows: Row[]): string {
  const names = namesOf(rows);
  const cells = rows.map((row) => names.map((name) => short(plain(row[name]))));
  return columns([names, ...cells], numbersOf(rows)).join('\n');
}

/** Rows of any table as Markdown; texts stand there as code, since readers wrote some of them. */
export function rowsAsMarkdown(rows: Row[]): string {
  const names = namesOf(rows);
  const numbers = numbersOf(rows);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(names),
    line(names.map((_, at) => (numbers.has(at) ? '---:' : '---'))),
    ...rows.map((row) =>
      line(
        names.map((name) => {
          const value = row[name];
          return typeof value === 'string' && value !== '' ? cell(quoted(value)) : plain(value);
        }),
      ),
    ),
  ].join('\n');
}
