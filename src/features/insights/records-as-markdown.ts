import type { ArticleDigest } from './article-digest.ts';
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

export const cell = (text: string) => text.replaceAll('|', '\\|');

/** Readers' words as code: whatever they typed shows as it is and links, mentions and loads nothing. */
export function quoted(words: string): string {
  const text = words.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}

/** What is known of an article besides its votes, as items of a list. */
export function remarksAsMarkdown(record: ArticleDigest): string[] {
  const reasons = describeReasons(record.reasons);
  const readers = describeReaders(record);
  const queries = record.queries.map(({ query, visits }) => `${quoted(query)} ${visits}`);
  const next = describeNext(record);
  return [
    ...(readers ? [`- Readers: ${readers}`] : []),
    ...(queries.length > 0 ? [`- Searches that led here: ${queries.join(', ')}`] : []),
    ...(next ? [`- Next: ${cell(next)}`] : []),
    ...(reasons ? [`- Reasons: ${reasons}`] : []),
    ...record.comments.map((one) => `- ${describeOccasion(one)}: ${quoted(one.comment)}`),
  ];
}

function remarks(record: ArticleDigest): string[] {
  const items = remarksAsMarkdown(record);
  return items.length > 0 ? ['', `**${nameOf(record)}**`, '', ...items] : [];
}

/** The records as Markdown that can be pasted into a pull request. */
export function recordsAsMarkdown(records: ArticleDigest[]): string {
  return [
    '| Article | n | yes | Helpfulness | Change |',
    '| --- | ---: | ---: | --- | --- |',
    ...records.map((record) => {
      const { n, yes, change } = record;
      const share = describeHelpfulness(record, record.helpfulness);
      return `| ${cell(nameOf(record))} | ${n} | ${yes} | ${share} | ${describeChange(change)} |`;
    }),
    ...records.flatMap(remarks),
    '',
    LEGEND,
  ].join('\n');
}
