import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { randomLcg } from 'd3-random';
import type { Content } from '#src/features/content/content.ts';
import { readContent } from '#src/features/content/read-content.ts';
import { openArticleSearch } from '#src/features/search/article-search.ts';
import {
  judge,
  judgedQueries,
  score,
  type JudgedQuery,
  type Scores,
  type Trial,
} from '#src/features/search/evaluate-search.ts';
import type { Figure } from './measure.ts';
import { articleDocuments, type ArticleDocument, type Engine } from './search-engines/engine.ts';
import { openMiniSearch } from './search-engines/minisearch.ts';
import { openOrama } from './search-engines/orama.ts';
import { openPagefind } from './search-engines/pagefind.ts';
import { openPostgres } from './search-engines/postgres.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

/** What to search, and where the table goes. */
export interface SearchOptions {
  /** Content folder; by default the manual's. */
  content?: string | undefined;
  /** File of judged queries in the form that `search:eval` reads; by default those of the manual. */
  queries?: string | undefined;
  print(line: string): void;
}

/** The same resamples each time. */
const SEED = 0.42;
/** Least success@3 of the search, in all and by kind of query. */
const BARS: Record<string, number> = {
  all: 0.8,
  keyword: 0.95,
  question: 0.7,
  typo: 0.85,
  synonym: 0.5,
  symptom: 0.5,
};

type Open = (content: Content, documents: ArticleDocument[], locale: string) => Promise<Engine>;

const ENGINES: Record<string, Open> = {
  async Helpmark(content, _, locale) {
    const search = await openArticleSearch(content, locale);
    return { find: async (query) => (await search.find(query)).ranked.map(({ name }) => name) };
  },
  'Pagefind alone': (_, documents, locale) => openPagefind(documents, locale),
  MiniSearch: (_, documents) => Promise.resolve(openMiniSearch(documents)),
  Orama: (_, documents, locale) => openOrama(documents, locale),
  'PostgreSQL full text': (_, documents, locale) => openPostgres(documents, locale),
};

async function trialsOf(engine: Engine, queries: JudgedQuery[]): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const one of queries) trials.push(judge(one, await engine.find(one.query)));
  return trials;
}

function refuseUnknown(queries: JudgedQuery[], documents: ArticleDocument[]): void {
  const known = new Set(documents.map(({ id }) => id));
  for (const { query, relevant } of queries) {
    const missing = Object.keys(relevant).find((name) => !known.has(name));
    if (missing) throw new Error(`"${query}" wants ${missing}, which is no article`);
  }
}

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
const table = (heads: string[], rows: string[][]) => [
  row(heads),
  row(heads.map((_, at) => (at === 0 ? '---' : '---:'))),
  ...rows.map(row),
];

function comparison(scores: Record<string, Scores>): string[] {
  const share = (value: number) => value.toFixed(2);
  return table(
    ['Engine', 'success@1', 'success@3', 'success@10', 'MRR@10', 'nDCG@10', 'zero results'],
    Object.entries(scores).map(([name, of]) => [
      name,
      ...[of.success1, of.success3, of.success10, of.mrr10, of.ndcg10].map((one) =>
        share(one.value),
      ),
      `${Math.round(of.zeroResults.value * 100)} %`,
    ]),
  );
}

/**
 * How often the search and four others put an article first that answers, on the same texts; of
 * the search itself, against what is wanted of it.
 */
export async function measureSearch(
  say: (line: string) => void,
  options: SearchOptions,
): Promise<Figure[]> {
  const folder = path.resolve(options.content ?? path.join(root, 'content'));
  const file = path.resolve(
    options.queries ?? path.join(import.meta.dirname, 'search-queries.json'),
  );
  const queries = judgedQueries.parse(JSON.parse(await readFile(file, 'utf8')));
  const content = await readContent(folder, { includeDrafts: false, now: new Date() });
  const locale = content.site.defaultLocale;
  const documents = articleDocuments(content, locale);
  refuseUnknown(queries, documents);
  say(`${documents.length} articles, ${queries.length} queries`);

  const trials: Record<string, Trial[]> = {};
  for (const [name, open] of Object.entries(ENGINES)) {
    say(`${name}: indexing …`);
    const engine = await open(content, documents, locale);
    try {
      say(`${name}: searching …`);
      trials[name] = await trialsOf(engine, queries);
    } finally {
      await engine.close?.();
    }
  }

  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const all = Object.fromEntries(
    Object.entries(trials).map(([name, own]) => [name, score(own, randomLcg(SEED))]),
  );
  const countOf = (kind: string) => queries.filter((one) => one.kind === kind).length;
  const shareOf = (own: Trial[], kind: string) =>
    own.filter((one) => one.kind === kind && one.place <= 3).length / countOf(kind);
  const lines = [
    ...comparison(all),
    '',
    'success@3 by kind of query:',
    '',
    ...table(
      ['Engine', ...kinds.map((kind) => `${kind} (${countOf(kind)})`)],
      Object.entries(trials).map(([name, own]) => [
        name,
        ...kinds.map((kind) => shareOf(own, kind).toFixed(2)),
      ]),
    ),
    '',
  ];
  for (const line of lines) options.print(line);

  const figure = (kind: string, value: number): Figure => {
    const least = BARS[kind];
    const what = kind === 'all' ? 'success@3' : `success@3, ${kind}`;
    return { what, value, unit: '', ...(least === undefined ? {} : { bar: { least } }) };
  };
  return [
    figure('all', all['Helpmark']!.success3.value),
    ...kinds
      .filter((kind) => kind !== 'all')
      .map((kind) => figure(kind, shareOf(trials['Helpmark']!, kind))),
  ];
}
