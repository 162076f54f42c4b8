import { columns } from './columns.ts';
import { signed } from './describe-records.ts';
import type { TableRow } from './insights-source.ts';
import { cell } from './records-as-markdown.ts';

type Edit = TableRow<'edits'>;

const nameOf = ({ locale, category, slug }: Edit) => `${locale}/${category}/${slug}`;

/** `+30 points (+9 to +48)`. */
const differenceOf = ({ points, low, high }: Edit): string =>
  points === null || low === null || high === null
    ? ''
    : `${signed(points)} points (${signed(low)} to ${signed(high)})`;

/** What an edit whose verdict is not in waits for. */
function waitsFor({ n, nBefore, missing, isOver }: Edit): string {
  if (isOver) return 'edited again before it was known';
  if (nBefore === 0) return 'nobody had voted on the text before';
  if (missing !== null) return `about ${missing} more votes, if readers go on as so far`;
  if (nBefore < 10) return `cannot be known: ${nBefore} votes before`;
  if (n < 10) return `${10 - n} more votes until a difference shows`;
  return 'about as good as before so far';
}

/** Edits whose verdict is in, and those that are open. */
function splitEdits(edits: Edit[]): { told: Edit[]; open: Edit[] } {
  const isTold = ({ verdict }: Edit) => verdict !== 'no evidence yet';
  return { told: edits.filter(isTold), open: edits.filter((edit) => !isTold(edit)) };
}

const cellsOf = (edit: Edit) => [
  edit.at.slice(0, 10),
  nameOf(edit),
  edit.verdict === 'no evidence yet' ? waitsFor(edit) : edit.verdict,
  differenceOf(edit),
  `${edit.yesBefore} of ${edit.nBefore}`,
  `${edit.yes} of ${edit.n}`,
];

const HEADS = ['Edited', 'Article', 'Verdict', 'Difference', 'Yes before', 'Yes after'];
const OPEN_HEADS = HEADS.with(2, 'Waits for');

const TOLD = 'The verdict is in';
const OPEN = 'Still open';

/** Edits for a terminal. */
export function verdictsAsTable(edits: Edit[]): string {
  const { told, open } = splitEdits(edits);
  const table = (title: string, heads: string[], some: Edit[]) =>
    some.length > 0 ? [[title, ...columns([heads, ...some.map(cellsOf)])].join('\n')] : [];
  return [...table(`${TOLD}:`, HEADS, told), ...table(`${OPEN}:`, OPEN_HEADS, open)].join('\n\n');
}

/** Edits as Markdown. */
export function verdictsAsMarkdown(edits: Edit[]): string {
  const { told, open } = splitEdits(edits);
  const table = (title: string, heads: string[], some: Edit[]) =>
    some.length === 0
      ? []
      : [
          [
            `### ${title}`,
            '',
            `| ${heads.join(' | ')} |`,
            `|${' --- |'.repeat(heads.length)}`,
            ...some.map((edit) => `| ${cellsOf(edit).map(cell).join(' | ')} |`),
          ].join('\n'),
        ];
  return [...table(TOLD, HEADS, told), ...table(OPEN, OPEN_HEADS, open)].join('\n\n');
}
