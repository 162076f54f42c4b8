import type { Fault } from '#src/features/content/content.ts';
import { formatFault } from '#src/features/content/faults.ts';
import type { ChangedArticle } from './changed-articles.ts';
import { describeChange, describeHelpfulness, LEGEND } from './describe-records.ts';
import { cell, quoted, remarksAsMarkdown } from './records-as-markdown.ts';

/** By it a pipeline finds its own comment again, to put the next state in its place. */
const MARK = '<!-- helpmark-insights -->';

/** A comment of GitHub holds 65,536 characters. */
const ARTICLES_TOLD = 40;
const FAULTS_TOLD = 20;

function row({ file, what, digest }: ChangedArticle): string {
  const figures = digest
    ? [
        String(digest.views),
        String(digest.reads),
        describeHelpfulness(digest, digest.helpfulness),
        String(digest.n),
        describeChange(digest.change),
      ]
    : ['', '', 'no reader has seen it yet', '', ''];
  return `| ${[file, what, ...figures].map(cell).join(' | ')} |`;
}

function lostAddress({ lost, digest }: ChangedArticle): string {
  const readers = digest && digest.views > 0 ? `, ${digest.views} views in the last 28 days` : '';
  return `- ${quoted(lost ?? '')}${readers}. In the front matter of the article that takes its place: ${quoted(`redirectFrom: [${lost}]`)}`;
}

const more = (left: number, noun: string) => (left > 0 ? [`… and ${left} more ${noun}.`, ''] : []);

/** What a reviewer should know of a branch, as a comment for its pull request. */
export function changedAsMarkdown(articles: ChangedArticle[], faults: Fault[]): string {
  if (articles.length === 0 && faults.length === 0) {
    return `${MARK}\nThis branch touches no article.`;
  }
  const told = articles.slice(0, ARTICLES_TOLD);
  const lost = articles.filter((article) => article.lost !== undefined);
  const section = (title: string, lines: string[]) =>
    lines.length > 0 ? ['', `### ${title}`, '', ...lines] : [];
  return [
    MARK,
    '## What readers say of the articles in this branch',
    ...section('Redirects that are missing', lost.map(lostAddress)),
    ...section('Faults', [
      ...faults.slice(0, FAULTS_TOLD).map((fault) => `- ${quoted(formatFault(fault))}`),
      ...more(faults.length - FAULTS_TOLD, 'faults'),
    ]),
    '',
    ...(told.length > 0
      ? [
          '| Article | In this branch | Views in 28 days | Reads | Helpfulness | n | Last edit |',
          '| --- | --- | ---: | ---: | --- | ---: | --- |',
        ]
      : []),
    ...told.map(row),
    '',
    ...more(articles.length - told.length, 'articles'),
    ...told.flatMap(({ file, digest }) => {
      const remarks = digest ? remarksAsMarkdown(digest) : [];
      return remarks.length > 0 ? [`**${file}**`, '', ...remarks, ''] : [];
    }),
    LEGEND,
  ].join('\n');
}
