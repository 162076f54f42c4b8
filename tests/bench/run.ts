// npm run bench [-- --json] [weight|build|static|votes|community|events|insights …]
import { measureBuild } from './build.bench.ts';
import { measureCommunity } from './community.bench.ts';
import { measureEvents } from './events.bench.ts';
import { measureInsights } from './insights.bench.ts';
import { figureLines, reaches, type Figure } from './measure.ts';
import { measureStatic } from './static.bench.ts';
import { measureVotes } from './votes.bench.ts';
import { measureWeight } from './weight.bench.ts';

const benches: Record<string, (say: (line: string) => void) => Promise<Figure[]>> = {
  weight: measureWeight,
  build: measureBuild,
  static: measureStatic,
  votes: measureVotes,
  community: measureCommunity,
  events: measureEvents,
  insights: measureInsights,
};

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench "${unknown[0]}"; choose from ${Object.keys(benches).join(', ')}.\n`,
  );
  process.exit(1);
}

const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  // Progress goes to the error stream, so that --json can be piped.
  figures.push(...(await bench((line) => process.stderr.write(`${name}: ${line}\n`))));
}
if (process.argv.includes('--json')) {
  const report = figures.map((figure) => ({ ...figure, reached: reaches(figure) }));
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
} else process.stdout.write(`${figureLines(figures).join('\n')}\n`);
process.exitCode = figures.every(reaches) ? 0 : 1;
