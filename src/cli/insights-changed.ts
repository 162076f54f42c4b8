import { parseArgs } from 'node:util';
import { readContent } from '#src/features/content/read-content.ts';
import { changedArticles, hasReaders } from '#src/features/insights/changed-articles.ts';
import { changedAsMarkdown } from '#src/features/insights/changed-as-markdown.ts';
import { brokenTestRecord } from '#src/features/search/explain-broken-test.ts';
import { runSearchTests } from '#src/features/search/run-search-tests.ts';
import { readEnv } from '#src/server/env.ts';
import { assertContentDir } from './content-dir.ts';
import { gitChanges } from './git-changes.ts';
import { CommandError, runCommand } from './run-command.ts';
import { NO_DATABASE, withInsights } from './with-insights.ts';

const USAGE = `npm run insights:changed -- --base <branch> [--json]

What a reviewer should know of the articles that this branch touches, as Markdown for a comment on
its pull request: readers, helpfulness, reasons, comments, searches that end there, who asked after
reading, faults such as links that would break, search tests that fail, and redirects that are missing.
Exits with 1 when an article with readers disappears without a redirect, the content is faulty, or a
search test fails.`;

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

await runCommand(async () => {
  const env = readEnv();
  const { values } = parseArgs({
    options: {
      base: { type: 'string' },
      markdown: { type: 'boolean', default: true },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return void console.log(USAGE);
  if (values.base === undefined) {
    throw new CommandError('--base: expected the branch to compare with, such as origin/main.');
  }
  assertContentDir(env);
  const changes = await gitChanges(env.CONTENT_DIR, values.base);
  const now = new Date();
  const content = await readContent(env.CONTENT_DIR, { includeDrafts: false, now });
  const found = await withInsights(env, now, (source) => source.digests({ period: 'month' }));
  if (!found) throw new CommandError(NO_DATABASE);
  const articles = changedArticles(changes, content, found.articles);
  const faults = content.faults.filter(({ severity }) => severity === 'error');
  const broken = await runSearchTests(content);
  const failedTests = broken.map(brokenTestRecord);
  console.log(
    values.json
      ? JSON.stringify({ articles, faults, failedTests }, null, 2)
      : changedAsMarkdown(articles, faults, broken),
  );
  const lost = articles.filter((article) => article.lost !== undefined && hasReaders(article));
  const complaints = [
    ...lost.map((article) => `${article.lost} has readers and would lead nowhere.`),
    ...(faults.length > 0 ? [`The content folder has ${count(faults.length, 'fault')}.`] : []),
    ...(broken.length > 0 ? [`${count(broken.length, 'search test')} failed.`] : []),
  ];
  if (complaints.length > 0) throw new CommandError(complaints.join('\n'));
});
