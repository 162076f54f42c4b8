import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { SEARCH_TESTS } from './search-test-fields.ts';

/** Where an article's file stands, which is also its address. */
export interface ArticleFile {
  file: string;
  locale: string;
  category: string;
  slug: string;
}

/** What lies in a content folder; every path is relative to it, with forward slashes. */
export interface ContentFiles {
  /** Files at the top, and all files below articles/, snippets/, notices/, search/ and community/. */
  all: Set<string>;
  articles: ArticleFile[];
  categories: { file: string; locale: string; name: string }[];
  snippets: { file: string; locale: string; name: string }[];
  notices: string[];
  /** Of the search. */
  synonyms: { file: string; locale: string }[];
  hasSearchTests: boolean;
  community: {
    guidelines: { file: string; locale: string }[];
    replies: { file: string; locale: string }[];
    wordRules?: string;
  };
}

/** Lists a content folder; hidden files are passed over. A folder that is not there has no files. */
export async function listContentFiles(dir: string): Promise<ContentFiles> {
  const top = await entriesOf(dir);
  const rooms = ['articles', 'snippets', 'notices', 'search', 'community'];
  const folders = rooms.filter((name) => top.folders.includes(name));
  const below = await Promise.all(folders.map((name) => filesBelow(dir, name)));
  const all = [...top.files, ...below.flat()].sort();
  const found: ContentFiles = {
    all: new Set(all),
    articles: [],
    categories: [],
    snippets: [],
    notices: [],
    synonyms: [],
    hasSearchTests: false,
    community: { guidelines: [], replies: [] },
  };
  for (const file of all) place(file, found);
  return found;
}

function place(file: string, found: ContentFiles): void {
  const [room, locale = '', third = '', fourth, ...deeper] = file.split('/');
  if (deeper.length > 0) return;
  if (room === 'articles' && fourth !== undefined) {
    const category = third.normalize('NFC');
    if (fourth === '_category.yml') found.categories.push({ file, locale, name: category });
    else if (fourth.endsWith('.md')) {
      found.articles.push({ file, locale, category, slug: fourth.slice(0, -3).normalize('NFC') });
    }
  } else if (room === 'snippets' && third.endsWith('.md') && fourth === undefined) {
    found.snippets.push({ file, locale, name: third.slice(0, -3).normalize('NFC') });
  } else if (room === 'notices' && locale.endsWith('.md') && third === '') {
    found.notices.push(file);
  } else if (room === 'search' && third === '') {
    const [, language] = /^synonyms\.([^.]+)\.yml$/.exec(locale) ?? [];
    if (language) found.synonyms.push({ file, locale: language });
    else if (file === SEARCH_TESTS) found.hasSearchTests = true;
  } else if (room === 'community' && third === '') {
    placePolicy(file, locale, found.community);
  }
}

function placePolicy(file: string, name: string, found: ContentFiles['community']): void {
  const [, kind, locale = ''] =
    /^(guidelines|canned-replies)\.([^.]+)\.(?:md|yml)$/.exec(name) ?? [];
  if (name === 'word-rules.yml') found.wordRules = file;
  else if (kind === 'guidelines' && name.endsWith('.md')) found.guidelines.push({ file, locale });
  else if (kind === 'canned-replies' && name.endsWith('.yml')) found.replies.push({ file, locale });
}

async function filesBelow(dir: string, folder: string): Promise<string[]> {
  const { files, folders } = await entriesOf(path.join(dir, folder));
  const below = await Promise.all(folders.map((name) => filesBelow(dir, `${folder}/${name}`)));
  return [...files.map((name) => `${folder}/${name}`), ...below.flat()];
}

async function entriesOf(folder: string): Promise<{ files: string[]; folders: string[] }> {
  const found = { files: [] as string[], folders: [] as string[] };
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const kind = await kindOf(folder, entry);
    if (kind) found[kind].push(entry.name);
  }
  return found;
}

async function kindOf(folder: string, entry: Dirent): Promise<'files' | 'folders' | undefined> {
  const target = entry.isSymbolicLink()
    ? await stat(path.join(folder, entry.name)).catch(() => undefined)
    : entry;
  if (target?.isFile()) return 'files';
  return target?.isDirectory() ? 'folders' : undefined;
}
