import type { Fault } from '#src/features/content/content.ts';
import { formatFault } from '#src/features/content/faults.ts';
import { describeBrokenTest, explainBrokenTest } from '#src/features/search/explain-broken-test.ts';
import type { BrokenSearchTest } from '#src/features/search/run-search-tests.ts';
import type { ChangedArticle } from './changed-articles.ts';
import { describeChange, describeHelpfulness, LEGEND } from './describe-records.ts';
import { cell, quoted, remarksAsMarkdown } from './records-as-markdown.ts';

/** By it a pipeline finds its own comment again, to put the next state in its place. */
const MARK = '<!-- helpmark-insights -->';

/** A comment of GitHub holds 65,536 characters; the rest is room for the headings and the legend. */
const MOST_CHARACTERS = 60_000;
const ARTICLES_TOLD = 40;
const LOST_TOLD = 60;
const FAULTS_TOLD = 20;
const TESTS_TOLD = 10;
/** Of a line of theirs, in characters. */
const MOST_OF_LINE = 240;

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

function lostAddress({ lost, file, isMoved, digest }: ChangedArticle): string {
  const readers = digest && digest.views > 0 ? `, ${digest.views} views in the last 28 days` : '';
  const where = isMoved ? quoted(file) : 'the article that takes its place';
  return `- ${quoted(lost ?? '')}${readers}. In the front matter of ${where}: ${quoted(`redirectFrom: [${lost}]`)}`;
}

const shortened = (line: string) =>
  line.length > MOST_OF_LINE ? `${line.slice(0, MOST_OF_LINE)}…` : line;

/** A failed test, its reasons as items below it. */
function failedTest(broken: BrokenSearchTest): string {
  const reasons = explainBrokenTest(broken).map((line) => `  - ${quoted(shortened(line).trim())}`);
  return [`- ${quoted(shortened(describeBrokenTest(broken)))}`, ...reasons].join('\n');
}

const more = (left: number, noun: string) => (left > 0 ? [`… and ${left} more ${noun}.`, ''] : []);

/** What readers said of one article, below the table. */
function remarksOn({ file, digest }: ChangedArticle): string {
  const remarks = digest ? remarksAsMarkdown(digest) : [];
  return remarks.length > 0 ? [`**${file}**`, '', ...remarks, ''].join('\n') : '';
}

/** As many texts from the first on as there is room for, and how many were left out. */
function fitting(texts: string[], room: number): { told: string[]; left: number } {
  let length = 0;
  const end = texts.findIndex((text) => (length += text.length + 1) > room);
  return end < 0
    ? { told: texts, left: 0 }
    : { told: texts.slice(0, end), left: texts.length - end };
}

/**
 * What a reviewer should know of a branch, as a comment for its pull request.
 * @param broken search tests that fail, in the order of their file
 */
export function changedAsMarkdown(
  articles: ChangedArticle[],
  faults: Fault[],
  broken: BrokenSearchTest[],
): string {
  if (articles.length + faults.length + broken.length === 0) {
    return `${MARK}\nThis branch touches no article.`;
  }
  const told = articles.slice(0, ARTICLES_TOLD);
  const lost = articles.filter((article) => article.lost !== undefined);
  const section = (title: string, lines: string[]) =>
    lines.length > 0 ? ['', `### ${title}`, '', ...lines] : [];
  const head = [
    MARK,
    '## What readers say of the articles in this branch',
    ...section('Redirects that are missing', [
      ...lost.slice(0, LOST_TOLD).map(lostAddress),
      ...more(lost.length - LOST_TOLD, 'addresses'),
    ]),
    ...section('Faults', [
      ...faults.slice(0, FAULTS_TOLD).map((fault) => `- ${quoted(formatFault(fault))}`),
      ...more(faults.length - FAULTS_TOLD, 'faults'),
    ]),
    ...section('Search tests that fail', [
      ...broken.slice(0, TESTS_TOLD).map(failedTest),
      ...more(broken.length - TESTS_TOLD, 'search tests'),
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
  ].join('\n');
  const remarks = fitting(told.map(remarksOn).filter(Boolean), MOST_CHARACTERS - head.length);
  return [
    head,
    ...remarks.told,
    ...more(remarks.left, 'articles of which readers said something'),
    LEGEND,
  ].join('\n');
}
