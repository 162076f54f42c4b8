import { parseArgs } from 'node:util';
import { rowsOf } from '#src/features/insights/insights-source.ts';
import { verdictsAsMarkdown, verdictsAsTable } from '#src/features/insights/verdicts-in-print.ts';
import { PERIODS, type Period } from '#src/features/measures/scope.ts';
import { readEnv } from '#src/server/env.ts';
import { CommandError, runCommand } from './run-command.ts';
import { NO_DATABASE, withInsights } from './with-insights.ts';

const USAGE = `npm run insights:verdicts [-- --weeks <1 to 52>] [-- --json | --markdown]

The edits of the last weeks (6, unless told) that changed 5 % of the words or more: those of which
it is known whether they helped, and those that wait for votes.`;

/** The shortest period that has so many days. */
const periodFor = (days: number): Period =>
  (Object.keys(PERIODS) as Period[]).find((period) => PERIODS[period] >= days) ?? 'year';

await runCommand(async () => {
  const env = readEnv();
  const { values } = parseArgs({
    options: {
      weeks: { type: 'string', default: '6' },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return void console.log(USAGE);
  const weeks = /^[1-9]\d?$/.test(values.weeks) ? Number(values.weeks) : Infinity;
  if (weeks > 52) {
    throw new CommandError(`--weeks: expected a number from 1 to 52, but got "${values.weeks}".`);
  }
  const now = new Date();
  const since = new Date(now.getTime() - weeks * 7 * 86_400_000).toISOString();
  const found = await withInsights(env, now, (source) =>
    rowsOf(source, 'edits', { period: periodFor(weeks * 7) }),
  );
  const edits = found?.filter(({ at }) => at >= since);
  if (values.json) return void console.log(JSON.stringify(edits ?? [], null, 2));
  if (!edits) return void console.log(NO_DATABASE);
  if (edits.length === 0) {
    return void console.log(`No article changed by 5 % of its words in the last ${weeks} weeks.`);
  }
  console.log(values.markdown ? verdictsAsMarkdown(edits) : verdictsAsTable(edits));
});
