import type { ArticleRecord } from './article-records.ts';
import {
  describeChange,
  describeHelpfulness,
  describeOccasion,
  describeReasons,
  LEGEND,
  nameOf,
} from './describe-records.ts';

const cell = (text: string) => text.replaceAll('|', '\\|');

/** Readers' words as code: whatever they typed shows as it is and links, mentions and loads nothing. */
function quoted(words: string): string {
  const text = words.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}

function remarks(record: ArticleRecord): string[] {
  const reasons = describeReasons(record.reasons);
  if (!reasons && record.comments.length === 0) return [];
  return [
    '',
    `**${nameOf(record)}**`,
    '',
    ...(reasons ? [`- Reasons: ${reasons}`] : []),
    ...record.comments.map((one) => `- ${describeOccasion(one)}: ${quoted(one.comment)}`),
  ];
}

/** The records as Markdown that can be pasted into a pull request. */
export function recordsAsMarkdown(records: ArticleRecord[]): string {
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
