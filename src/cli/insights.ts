import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { articleRecords, type ArticleRecord } from '#src/features/insights/article-records.ts';
import { countExamples, countSetAside } from '#src/features/insights/article-records.store.ts';
import { chooseRecords, type Choice } from '#src/features/insights/choose-records.ts';
import { recordsAsMarkdown } from '#src/features/insights/records-as-markdown.ts';
import { recordsAsTable } from '#src/features/insights/records-as-table.ts';
import { isUnmigrated } from '#src/server/errors.ts';
import { readEnv } from '#src/server/env.ts';
import { clusterFolder } from '#src/server/postgres-cluster.ts';
import { CommandError, runCommand } from './run-command.ts';
import { withDatabase } from './with-database.ts';

const USAGE = `npm run insights [-- <files>] [-- --json | --markdown]

What readers said of each article, the one that needs work most first.
Files and folders may be given as paths from here or from the content folder.`;

const NOTHING_YET = `No reader has voted yet.

The question "Did this answer your question?" stands at the end of every article. Start the site
with npm start, show it to people, and come back. To see this report with example votes first, run
npm run db -- seed demo`;

const NO_DATABASE = `There is no database here, so there are no votes to show.

Votes are kept by the site that readers visit. Set DATABASE_URL to the address of its database, or
run this command where the site runs, with the same DATA_DIR; or start a site with npm start.`;

const DAYS = 30;

interface Report {
  records: ArticleRecord[];
  /** Votes that did not come from readers. */
  examples: number;
  /** Submissions of the last days that were taken for a program's. */
  setAside: number;
}

/** @returns undefined when the instance has never had a database */
async function report(env: ReturnType<typeof readEnv>): Promise<Report | undefined> {
  // Looking at the numbers must not leave a database behind.
  if (!env.DATABASE_URL && !existsSync(clusterFolder(env.DATA_DIR))) return undefined;
  try {
    return await withDatabase(env, async (db) => ({
      records: await articleRecords(db),
      examples: await countExamples(db),
      setAside: await countSetAside(db, new Date(Date.now() - DAYS * 86_400_000)),
    }));
  } catch (error) {
    if (!isUnmigrated(error)) throw error;
    throw new CommandError(
      'The database has not been brought to this version yet. Start the site once, or run npm run db -- migrate.',
    );
  }
}

/** The report in words; articles that nobody has voted on are counted, unless asked for by name. */
function describe(
  { records, unpublished }: Choice,
  { examples, setAside }: Report,
  { asMarkdown, isNamed }: { asMarkdown: boolean; isNamed: boolean },
): string {
  const shown = records.filter(({ n, change }) => isNamed || n > 0 || change);
  const unheard = records.length - shown.length;
  if (shown.length === 0 && unpublished.length === 0) return NOTHING_YET;
  const width = Math.min(process.stdout.columns ?? 100, 120);
  const parts = [
    shown.length > 0 && (asMarkdown ? recordsAsMarkdown(shown) : recordsAsTable(shown, width)),
    unheard > 0 && `${unheard} more without votes so far.`,
    ...unpublished.map((file) => `${file} has not been shown by a running site yet.`),
    examples > 0 && `${examples} votes are examples; npm run db -- unseed takes them away.`,
    setAside > 0 && `Sent by programs in the last ${DAYS} days, and not counted: ${setAside}.`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

await runCommand(async () => {
  const env = readEnv();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return void console.log(USAGE);

  const found = await report(env);
  const all = found?.records ?? [];
  const isNamed = positionals.length > 0;
  const choice = isNamed
    ? chooseRecords(all, positionals, { contentDir: env.CONTENT_DIR, workingDir: process.cwd() })
    : { records: all.filter(({ removed }) => !removed), unpublished: [], unknown: [] };
  if (choice.unknown.length > 0) {
    const list = choice.unknown.map((name) => `  ${name}`).join('\n');
    throw new CommandError(
      `No article is kept in\n${list}\nGive files or folders as paths from here or from ${env.CONTENT_DIR}.`,
    );
  }
  if (values.json) return void console.log(JSON.stringify(choice.records, null, 2));
  if (!found) return void console.log(NO_DATABASE);
  console.log(describe(choice, found, { asMarkdown: values.markdown, isNamed }));
});
