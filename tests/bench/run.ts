// npm run bench [-- --json] [weight|build|search|search-load|static|votes|community|events|insights …]
// search and search-load take --content <folder> and --queries <file>; their figures stand in
// search-comparison.md.
import { parseArgs } from 'node:util';
import { measureBuild } from './build.bench.ts';
import { measureCommunity } from './community.bench.ts';
import { measureEvents } from './events.bench.ts';
import { measureInsights } from './insights.bench.ts';
import { figureLines, reaches, type Figure } from './measure.ts';
import { measureSearchLoad } from './search-load.bench.ts';
import { measureSearch, type SearchOptions } from './search.bench.ts';
import { measureStatic } from './static.bench.ts';
import { measureVotes } from './votes.bench.ts';
import { measureWeight } from './weight.bench.ts';

type Bench = (say: (line: string) => void, options: SearchOptions) => Promise<Figure[]>;

const benches: Record<string, Bench> = {
  weight: measureWeight,
  build: measureBuild,
  search: measureSearch,
  'search-load': measureSearchLoad,
  static: measureStatic,
  votes: measureVotes,
  community: measureCommunity,
  events: measureEvents,
  insights: measureInsights,
};

const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    content: { type: 'string' },
    queries: { type: 'string' },
  },
});
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench "${unknown[0]}"; choose from ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exit(1);
}

const print = (line: string) => void (values.json || process.stdout.write(`${line}\n`));
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  // Progress goes to the error stream, so that --json can be piped.
  const say = (line: string) => process.stderr.write(`${name}: ${line}\n`);
  figures.push(...(await bench(say, { ...values, print })));
}
if (values.json) {
  const report = figures.map((figure) => ({ ...figure, reached: reaches(figure) }));
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
} else process.stdout.write(`${figureLines(figures).join('\n')}\n`);
process.exitCode = figures.every(reaches) ? 0 : 1;
