import { parseArgs } from 'node:util';
import type { ArticleDigest } from '#src/features/insights/article-digest.ts';
import { chooseRecords, type Choice } from '#src/features/insights/choose-records.ts';
import { INSIGHT_TABLES } from '#src/features/insights/insight-tables.ts';
import type { Digests } from '#src/features/insights/insights-source.ts';
import { SET_ASIDE_DAYS } from '#src/features/insights/read-articles-page.ts';
import { recordsAsMarkdown } from '#src/features/insights/records-as-markdown.ts';
import { recordsAsTable } from '#src/features/insights/records-as-table.ts';
import { rowsAsMarkdown, rowsAsTable } from '#src/features/insights/rows-in-print.ts';
import { readEnv, type Env } from '#src/server/env.ts';
import { CommandError, runCommand } from './run-command.ts';
import { NO_DATABASE, periodOf, withInsights } from './with-insights.ts';

const USAGE = `npm run insights [-- <files>] [-- --period <period>] [-- --json | --markdown]
npm run insights -- --table <name> [--article <locale/category/slug>] [--period <period>]

What readers said and did, the article that needs work most first: votes, reasons and comments, and
in the period (week, month, quarter or year; month by default) who came, which searches led there,
who asked after reading, and what readers did next.
Files and folders may be given as paths from here or from the content folder.
With HELPMARK_URL and HELPMARK_TOKEN, the figures of that site; else, of the database here.

Tables: ${Object.keys(INSIGHT_TABLES).join(', ')}`;

const NOTHING_YET = `No reader has voted yet.

The question "Did this answer your question?" stands at the end of every article. Start the site
with npm start, show it to people, and come back. To see this report with example votes first, run
npm run db -- seed demo`;

/** The report in words; articles that nobody has come to are counted, unless asked for by name. */
function describe(
  { records, unpublished }: Choice<ArticleDigest>,
  { examples, setAside }: Digests,
  { asMarkdown, isNamed }: { asMarkdown: boolean; isNamed: boolean },
): string {
  const shown = records.filter(({ n, change, views }) => isNamed || n > 0 || change || views > 0);
  const unheard = records.length - shown.length;
  if (shown.length === 0 && unpublished.length === 0) return NOTHING_YET;
  const width = Math.min(process.stdout.columns ?? 100, 120);
  const parts = [
    shown.length > 0 && (asMarkdown ? recordsAsMarkdown(shown) : recordsAsTable(shown, width)),
    unheard > 0 && `${unheard} more without votes so far.`,
    ...unpublished.map((file) => `${file} has not been shown by a running site yet.`),
    examples > 0 && `${examples} votes are examples; npm run db -- unseed takes them away.`,
    setAside > 0 &&
      `Sent by programs in the last ${SET_ASIDE_DAYS} days, and not counted: ${setAside}.`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

interface Options {
  json: boolean;
  markdown: boolean;
  period: string;
  table?: string | undefined;
  article?: string | undefined;
}

async function printTable(env: Env, name: string, options: Options): Promise<void> {
  const { json, markdown, article } = options;
  const asked = { period: periodOf(options.period), article };
  const found = await withInsights(env, new Date(), async (source) => ({
    rows: await source.table(name, asked),
  }));
  if (!found) return void console.log(NO_DATABASE);
  const { rows } = found;
  if (!rows) {
    const known = Object.keys(INSIGHT_TABLES).join(', ');
    throw new CommandError(
      `There is no table "${name}"${article === undefined ? '' : `, or no article ${article}`}. Tables: ${known}`,
    );
  }
  if (json) return void console.log(JSON.stringify(rows, null, 2));
  if (rows.length === 0) return void console.log('The table has no rows.');
  console.log(markdown ? rowsAsMarkdown(rows) : rowsAsTable(rows));
}

async function printArticles(env: Env, typed: string[], options: Options): Promise<void> {
  const asked = { period: periodOf(options.period) };
  const found = await withInsights(env, new Date(), (source) => source.digests(asked));
  const all = found?.articles ?? [];
  const isNamed = typed.length > 0;
  const choice = isNamed
    ? chooseRecords(all, typed, { contentDir: env.CONTENT_DIR, workingDir: process.cwd() })
    : { records: all.filter(({ removed }) => !removed), unpublished: [], unknown: [] };
  if (choice.unknown.length > 0) {
    const list = choice.unknown.map((name) => `  ${name}`).join('\n');
    throw new CommandError(
      `No article is kept in\n${list}\nGive files or folders as paths from here or from ${env.CONTENT_DIR}.`,
    );
  }
  if (options.json) return void console.log(JSON.stringify(choice.records, null, 2));
  if (!found) return void console.log(NO_DATABASE);
  console.log(describe(choice, found, { asMarkdown: options.markdown, isNamed }));
}

await runCommand(async () => {
  const env = readEnv();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      period: { type: 'string', default: 'month' },
      table: { type: 'string' },
      article: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return void console.log(USAGE);
  if (values.table !== undefined) return printTable(env, values.table, values);
  await printArticles(env, positionals, values);
});
