import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Content } from '#src/features/content/content.ts';
import { readContent } from '#src/features/content/read-content.ts';
import { rowsOf, type Asked, type InsightsSource } from '#src/features/insights/insights-source.ts';
import { learnSynonyms } from '#src/features/insights/learn-synonyms.ts';
import type { Proposal } from '#src/features/insights/proposal.ts';
import { proposeDrafts } from '#src/features/insights/propose-drafts.ts';
import { proposeRedirects } from '#src/features/insights/propose-redirects.ts';
import { proposeSynonyms } from '#src/features/insights/propose-synonyms.ts';
import { readEnv } from '#src/server/env.ts';
import { assertContentDir } from './content-dir.ts';
import { CommandError, runCommand } from './run-command.ts';
import { NO_DATABASE, periodOf, withInsights } from './with-insights.ts';

const KINDS = ['synonyms', 'redirects', 'drafts'] as const;

type Kind = (typeof KINDS)[number];

const USAGE = `npm run propose [-- --only ${KINDS.join(',')}] [--period <period>] [--dry-run]

Writes into the content folder what readers' deeds speak for, for you to look at, change and commit:
synonyms from searches that were said anew, or led to an article without their words; redirects for
addresses that are missing; drafts of articles from solved questions that no article answers.
Nothing is committed or published. The period is a quarter unless told.`;

interface Desk {
  content: Content;
  has(file: string): boolean;
  read(file: string): string;
  siteUrl: string;
}

const MAKERS: Record<
  Kind,
  (source: InsightsSource, asked: Asked, desk: Desk) => Promise<Proposal[]>
> = {
  async synonyms(source, asked, { content, has, read }) {
    const words = new Map(
      content.articles.map(({ file, title, description, tags, keywords, body }) => [
        file,
        [title, description, ...tags, ...keywords, body].join('\n'),
      ]),
    );
    const learned = learnSynonyms(
      await rowsOf(source, 'search-changes', asked),
      await rowsOf(source, 'article-queries', asked),
      (file) => words.get(file),
    );
    return content.site.locales.flatMap((locale) => {
      const file = `search/synonyms.${locale}.yml`;
      return proposeSynonyms(locale, has(file) ? read(file) : undefined, learned) ?? [];
    });
  },
  async redirects(source, asked, { content, read }) {
    const published = content.articles.filter(({ draft }) => !draft);
    const missing = await rowsOf(source, 'missing-pages', asked);
    return proposeRedirects(missing, { ...content, articles: published }, read);
  },
  async drafts(source, asked, { content, has, siteUrl }) {
    return proposeDrafts(await rowsOf(source, 'solved-questions', asked), content, has, siteUrl);
  },
};

const TITLES: Record<Kind, string> = {
  synonyms: 'synonyms',
  redirects: 'redirects',
  drafts: 'drafts of articles',
};

/** A message that names those whose words are in the commit. */
function messageFor(kinds: Kind[], proposals: Proposal[]): string {
  const credits = new Set(proposals.flatMap((proposal) => proposal.credits));
  const what = new Intl.ListFormat('en').format(kinds.map((kind) => TITLES[kind]));
  return [
    `Add ${what} that readers' deeds speak for`,
    ...(credits.size > 0 ? ['', ...[...credits].map((one) => `Co-authored-by: ${one}`)] : []),
  ].join('\n');
}

function kindsOf(typed: string | undefined): Kind[] {
  const names = typed?.split(',') ?? [...KINDS];
  const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name);
  const wrong = names.find((name) => !isKind(name));
  if (wrong === undefined) return names.filter(isKind);
  throw new CommandError(`--only: expected some of ${KINDS.join(',')}, but got "${wrong}".`);
}

await runCommand(async () => {
  const env = readEnv();
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      period: { type: 'string', default: 'quarter' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return void console.log(USAGE);
  assertContentDir(env);
  const kinds = kindsOf(values.only);
  const asked = { period: periodOf(values.period) };
  const now = new Date();
  const content = await readContent(env.CONTENT_DIR, { includeDrafts: true, now });
  const place = (file: string) => path.join(env.CONTENT_DIR, ...file.split('/'));
  const desk: Desk = {
    content,
    has: (file) => existsSync(place(file)),
    read: (file) => readFileSync(place(file), 'utf8'),
    siteUrl: env.HELPMARK_URL ?? env.SITE_URL,
  };
  const made = await withInsights(env, now, async (source) => {
    const all: [Kind, Proposal[]][] = [];
    for (const kind of kinds) all.push([kind, await MAKERS[kind](source, asked, desk)]);
    return all.filter(([, proposals]) => proposals.length > 0);
  });
  if (!made) throw new CommandError(NO_DATABASE);
  const proposals = made.flatMap(([, some]) => some);
  if (proposals.length === 0) return void console.log('There is nothing to propose.');
  for (const { file, text, isNew, says } of proposals) {
    if (!values['dry-run']) {
      mkdirSync(path.dirname(place(file)), { recursive: true });
      writeFileSync(place(file), text, { flag: isNew ? 'wx' : 'w' });
    }
    console.log(
      [`${isNew ? 'new' : 'changed'}  ${file}`, ...says.map((line) => `    ${line}`)].join('\n'),
    );
  }
  const message = messageFor(
    made.map(([kind]) => kind),
    proposals,
  );
  console.log(
    values['dry-run']
      ? '\nNothing was written (--dry-run).'
      : `\nLook at it with git status and git diff, change what you like, and commit it. A message:\n\n${message}`,
  );
});
