import type { ArticleRecord } from './article-records.ts';
import {
  describeChange,
  describeHelpfulness,
  describeOccasion,
  describeReasons,
  LEGEND,
  nameOf,
} from './describe-records.ts';

const HEADS = ['Article', 'n', 'yes', 'Helpfulness', 'Change'];
const NUMBERS = new Set([1, 2]);

/** Breaks `text` at spaces into lines of at most `width` characters; longer words stand alone. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function remarks(record: ArticleRecord, width: number): string[] {
  const reasons = describeReasons(record.reasons);
  const indented = (text: string, indent: number) =>
    wrap(text, width - indent).map((line) => ' '.repeat(indent) + line);
  return [
    ...(reasons ? indented(`reasons: ${reasons}`, 4) : []),
    ...record.comments.flatMap((comment) => [
      ...indented(`${describeOccasion(comment)}:`, 4),
      ...indented(comment.comment, 6),
    ]),
  ];
}

/**
 * The records as a table for a terminal, comments below their article.
 * @param width of the terminal, in characters
 */
export function recordsAsTable(records: ArticleRecord[], width: number): string {
  const rows = records.map((record) => [
    nameOf(record),
    String(record.n),
    String(record.yes),
    describeHelpfulness(record, record.helpfulness),
    describeChange(record.change),
  ]);
  const widths = HEADS.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        NUMBERS.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [
    line(HEADS),
    ...records.flatMap((record, index) => [line(rows[index] ?? []), ...remarks(record, width)]),
    '',
    ...wrap(LEGEND, width),
  ].join('\n');
}
