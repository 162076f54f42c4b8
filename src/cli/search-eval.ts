import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { randomLcg } from 'd3-random';
import { z } from 'zod';
import { readContent } from '#src/features/content/read-content.ts';
import { openArticleSearch } from '#src/features/search/article-search.ts';
import {
  judge,
  judgedQueries,
  score,
  type Estimate,
  type Scores,
  type Trial,
} from '#src/features/search/evaluate-search.ts';
import { readEnv } from '#src/server/env.ts';
import { CommandError, runCommand } from './run-command.ts';

const USAGE = `npm run search:eval -- --queries <file> [--content <folder>] [--locale <locale>] [--json]

How often the ranking of articles by their sections puts one first that answers. The file has judged
queries as a JSON list: {"query": "…", "kind": "…", "relevant": {"category/slug": 2}}, where 2
answers fully and 1 in part. success@k is the share of queries with a full answer among the first k;
every figure has the interval in which 95 of 100 resamples of the queries have it.`;

/** The same resamples each time, so that two runs differ by what was changed alone. */
const SEED = 0.42;

function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CommandError(`There is no file ${file}.`);
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new CommandError(`${file} is no list of judged queries:\n${why}`);
  }
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

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      queries: { type: 'string' },
      content: { type: 'string' },
      locale: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return void console.log(USAGE);
  if (values.queries === undefined)
    throw new CommandError(`--queries: a file is needed.\n\n${USAGE}`);
  const queries = readJson(path.resolve(values.queries), judgedQueries);
  if (queries.length === 0) throw new CommandError(`${values.queries} has no queries.`);
  const folder = values.content ?? readEnv().CONTENT_DIR;
  const content = await readContent(folder, { includeDrafts: false, now: new Date() });
  const locale = values.locale ?? content.site.defaultLocale;
  const search = await openArticleSearch(content, locale);
  if (search.index.articles.length === 0) {
    throw new CommandError(`${folder} has no articles in "${locale}".`);
  }
  const trials = queries.map((one) =>
    judge(
      one,
      search.find(one.query).ranked.map(({ name }) => name),
    ),
  );
  const random = randomLcg(SEED);
  const byKind = Map.groupBy(trials, ({ kind }) => kind);
  const all: [string, Trial[]][] = [['all', trials], ...(byKind.size > 1 ? byKind : [])];
  const scores = Object.fromEntries(all.map(([kind, own]) => [kind, score(own, random)]));
  console.log(values.json ? JSON.stringify(scores, null, 2) : printed(scores));
});
