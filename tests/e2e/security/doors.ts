import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { webServer } from '#tests/support/e2e-site.ts';

const { cwd: root } = webServer;

/** The names of the fields of every action's form, by the action's name. */
export function readActions(): Record<string, string[]> {
  const file = 'tests/support/list-actions.ts';
  const printed = execFileSync(process.execPath, [file], { cwd: root, encoding: 'utf8' });
  return JSON.parse(printed) as Record<string, string[]>;
}

const filesIn = (folder: string): string[] =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(astro|ts)$/.test(file))
    .map((file) => file.split(path.sep).join('/'));
const textOf = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

/** Pages and endpoints that are made on demand, by their files without ending and locale. */
export const livePages = filesIn('src/pages')
  .filter((file) => /^export const prerender = false;/m.test(textOf(`src/pages/${file}`)))
  .map((file) => file.replace('[...locale]/', '').replace(/\.(astro|ts)$/, ''));

/** What answers requests without Astro. */
export const ownDoors = [
  'actions/desk-door.ts',
  'actions/unsubscribe-door.ts',
  'actions/vote-door.ts',
  'cli/answer-streams.ts',
  'cli/serve.ts',
];

/** What has to do with requests, and answers none by itself, or only for a page that has its rows. */
const PARTS = [
  'actions/beacon-door.ts',
  'actions/plain-member.ts',
  'actions/question-door.ts',
  'actions/shelf-door.ts',
  'cli/opened-build.ts',
  'server/captured-answer.ts',
  'server/compress-text.ts',
  'server/listen.ts',
  'server/metrics.ts',
  'server/own-origin.ts',
  'server/page-cache.ts',
  'server/page-shell.ts',
  'server/post-fault.ts',
  'server/proxy.ts',
  'server/static-files.ts',
  // Sends requests, and takes none.
  'server/webhook.ts',
];

/** Files that know of requests as Node has them, and stand in neither list. */
export const unknownDoors = filesIn('src')
  .filter((file) => /from 'node:https?'/.test(textOf(`src/${file}`)))
  .filter((file) => !ownDoors.includes(file) && !PARTS.includes(file));

/** All names by which a page reads something from its address. */
export const queryNames = [
  ...new Set(
    filesIn('src')
      .flatMap((file) => [...textOf(`src/${file}`).matchAll(/\b(?:get|has|asked)\('(\w+)'\)/g)])
      .map(([, name = '']) => name),
  ),
];
