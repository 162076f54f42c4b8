import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { randomLcg } from 'd3-random';
import { z } from 'zod';
import { readContent } from '#src/features/content/read-content.ts';
import type { MatchQuality } from '#src/features/events/event.ts';
import { openArticleSearch } from '#src/features/search/article-search.ts';
import {
  judge,
  judgedQueries,
  score,
  scoreRefusals,
  unanswerableQueries,
  type Estimate,
  type Refusals,
  type Scores,
  type Trial,
} from '#src/features/search/evaluate-search.ts';
import { readEnv } from '#src/server/env.ts';
import { CommandError, runCommand } from './run-command.ts';

const USAGE = `npm run search:eval -- --queries <file> [--unanswerable <file>] [--content <folder>]
    [--locale <locale>] [--json]

How often the ranking of articles by their sections puts one first that answers. The file has judged
queries as a JSON list: {"query": "…", "kind": "…", "relevant": {"category/slug": 2}}, where 2
answers fully and 1 in part. success@k is the share of queries with a full answer among the first k;
every figure has the interval in which 95 of 100 resamples of the queries have it.

--unanswerable is a JSON list of queries that nothing answers, each a text or {"query": "…"}: how
many of them are told so, and how many of the others are told so wrongly.`;

/** The same resamples each time, so that two runs differ by what was changed alone. */
const SEED = 0.42;

function readQueries<One>(file: string, schema: z.ZodType<One[]>): One[] {
  let text: string;
  try {
    text = readFileSync(path.resolve(file), 'utf8');
  } catch {
    throw new CommandError(`There is no file ${file}.`);
  }
  let queries: One[];
  try {
    queries = schema.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new CommandError(`${file} is no list of queries as wanted here:\n${why}`);
  }
  if (queries.length === 0) throw new CommandError(`${file} has no queries.`);
  return queries;
}

const figure = ({ value, low, high }: Estimate) =>
  `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;

function printed(scores: Record<string, Scores>): string {
  const heads = ['', 'queries', '@1', '@3', '@10', 'MRR@10', 'nDCG@10', 'no result'];
  const rows = Object.entries(scores).map(([kind, of]) => [
    kind,
    String(of.queries),
    ...[of.success1, of.success3, of.success10, of.mrr10, of.ndcg10, of.zeroResults].map(figure),
  ]);
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...rows.map((row) => row[at]!.length)),
  );
  return [heads, ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const told = ({ queries, recognised, falseAlarms }: Refusals): string =>
  `\nTold that nothing here answers:\n` +
  `${queries} unanswerable queries: ${figure(recognised)}\nthe answerable ones: ${figure(falseAlarms)}`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      queries: { type: 'string' },
      unanswerable: { type: 'string' },
      content: { type: 'string' },
      locale: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return void console.log(USAGE);
  if (values.queries === undefined)
    throw new CommandError(`--queries: a file is needed.\n\n${USAGE}`);
  const queries = readQueries(values.queries, judgedQueries);
  const unanswerable =
    values.unanswerable === undefined
      ? undefined
      : readQueries(values.unanswerable, unanswerableQueries);
  const folder = values.content ?? readEnv().CONTENT_DIR;
  const content = await readContent(folder, { includeDrafts: false, now: new Date() });
  const locale = values.locale ?? content.site.defaultLocale;
  const search = await openArticleSearch(content, locale);
  if (search.size === 0) {
    throw new CommandError(`${folder} has no articles in "${locale}".`);
  }
  const trials: Trial[] = [];
  for (const one of queries) {
    const { ranked, judged } = await search.find(one.query);
    const names = ranked.map(({ name }) => name);
    trials.push(judge(one, names, judged.quality));
  }
  const random = randomLcg(SEED);
  const byKind = Map.groupBy(trials, ({ kind }) => kind);
  const all: [string, Trial[]][] = [['all', trials], ...(byKind.size > 1 ? byKind : [])];
  const scores = Object.fromEntries(all.map(([kind, own]) => [kind, score(own, random)]));
  if (unanswerable === undefined) {
    return void console.log(values.json ? JSON.stringify(scores, null, 2) : printed(scores));
  }
  const qualities: MatchQuality[] = [];
  for (const query of unanswerable) qualities.push((await search.find(query)).judged.quality);
  const refusals = scoreRefusals(qualities, trials, random);
  console.log(
    values.json
      ? JSON.stringify({ ...scores, unanswerable: refusals }, null, 2)
      : `${printed(scores)}\n${told(refusals)}`,
  );
});
