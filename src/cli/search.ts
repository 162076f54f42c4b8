import { parseArgs } from 'node:util';
import { readContent } from '#src/features/content/read-content.ts';
import { openArticleSearch } from '#src/features/search/article-search.ts';
import {
  explainQuality,
  explainQuery,
  explainReading,
  explainScore,
  listArticle,
} from '#src/features/search/explain-search.ts';
import { readEnv } from '#src/server/env.ts';
import { CommandError, runCommand } from './run-command.ts';

const USAGE = `npm run search -- "<query>" [--explain] [--locale <locale>] [--content <folder>]

The articles that a query finds by their sections, the best first; with --explain, what was made of
the query and what each place comes from.`;

const SHOWN = 10;

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      explain: { type: 'boolean', default: false },
      content: { type: 'string' },
      locale: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return void console.log(USAGE);
  const query = positionals.join(' ').trim();
  if (query === '') throw new CommandError(`A query is needed.\n\n${USAGE}`);
  const folder = values.content ?? readEnv().CONTENT_DIR;
  const content = await readContent(folder, { includeDrafts: false, now: new Date() });
  const search = await openArticleSearch(content, values.locale ?? content.site.defaultLocale);
  const { understood, ranked, judged } = await search.find(query);
  if (values.explain) {
    const steps = [...explainReading(query), ...explainQuery(understood), explainQuality(judged)];
    console.log(`${steps.join('\n')}\n`);
  }
  if (ranked.length === 0) return void console.log('Nothing has any of these words.');
  if (judged.quality === 'none') console.log('Nothing here answers that; nearest are:');
  for (const [at, article] of ranked.slice(0, SHOWN).entries()) {
    console.log(listArticle(article, at + 1));
    if (values.explain) console.log(`    ${explainScore(article)}`);
  }
});
