import { parseArgs } from 'node:util';
import { readContent } from '#src/features/content/read-content.ts';
import { openArticleSearch, type ArticleSearch } from '#src/features/search/article-search.ts';
import { readEnv } from '#src/server/env.ts';
import { CommandError, runCommand } from './run-command.ts';

const USAGE = `npm run search -- "<query>" [--explain] [--locale <locale>] [--content <folder>]

The articles that a query finds by their sections, the best first; with --explain, what was made of
the query and what each place comes from.`;

const SHOWN = 10;

function explained({ understood }: ReturnType<ArticleSearch['find']>): string[] {
  const { corrected, filler, expanded, wanted } = understood;
  const list = (rows: string[]) => (rows.length > 0 ? rows.join(', ') : 'nothing');
  return [
    `corrected   ${list(corrected.map(({ from, to }) => `${from} → ${to}`))}`,
    `left out    ${list(filler)}`,
    `looked for  ${list(wanted.filter(({ isExtra }) => !isExtra).map(({ said }) => said))}`,
    `synonyms    ${list(expanded.map(({ from, to }) => `${from} → ${to.join(' | ')}`))}`,
    '',
  ];
}

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
  const found = search.find(query);
  if (values.explain) console.log(explained(found).join('\n'));
  if (found.ranked.length === 0) return void console.log('Nothing has any of these words.');
  for (const [at, { name, score, section, because }] of found.ranked.slice(0, SHOWN).entries()) {
    const place = section.id ? `${name}#${section.id}` : name;
    console.log(`${String(at + 1).padStart(2)}  ${place}`);
    if (!values.explain) continue;
    const covered = Math.round(because.covered * 100);
    console.log(
      `    ${score.toFixed(1)}: section ${because.section.toFixed(1)}, title ${because.title.toFixed(1)}, has ${covered} % of the query`,
    );
  }
});
