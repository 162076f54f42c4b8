import type { ArticleDigest } from './article-digest.ts';
import { columns } from './columns.ts';
import {
  describeChange,
  describeHelpfulness,
  describeNext,
  describeOccasion,
  describeReaders,
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

function remarks(record: ArticleDigest, width: number): string[] {
  const reasons = describeReasons(record.reasons);
  const readers = describeReaders(record);
  const queries = record.queries.map(({ query, visits }) => `“${query}” ${visits}`).join(', ');
  const next = describeNext(record);
  const indented = (text: string, indent: number) =>
    wrap(text, width - indent).map((line) => ' '.repeat(indent) + line);
  return [
    ...(readers ? indented(`readers: ${readers}`, 4) : []),
    ...(queries ? indented(`searches that led here: ${queries}`, 4) : []),
    ...(next ? indented(`next: ${next}`, 4) : []),
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
export function recordsAsTable(records: ArticleDigest[], width: number): string {
  const rows = records.map((record) => [
    nameOf(record),
    String(record.n),
    String(record.yes),
    describeHelpfulness(record, record.helpfulness),
    describeChange(record.change),
  ]);
  const [head = '', ...lines] = columns([HEADS, ...rows], NUMBERS);
  return [
    head,
    ...records.flatMap((record, index) => [lines[index] ?? '', ...remarks(record, width)]),
    '',
    ...wrap(LEGEND, width),
  ].join('\n');
}
