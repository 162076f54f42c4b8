import path from 'node:path';
import type { Article } from './article.ts';
import { checkContent } from './check-content.ts';
import type { Content } from './content.ts';
import { listContentFiles, type ArticleFile } from './content-files.ts';
import { sortFaults } from './faults.ts';
import { lastChanges } from './git-dates.ts';
import { readArticle, type ReadArticle } from './read-article.ts';
import { readCategories } from './read-categories.ts';
import { readNotices } from './read-notices.ts';
import { readAuthors, readSite } from './read-site.ts';
import { readSnippets } from './read-snippets.ts';
import type { SnippetShelf } from './snippets.ts';

/** Files read at the same time: enough to keep the disk busy, far below the limit of open files. */
const CONCURRENCY = 64;

export interface ReadOptions {
  /** Also takes drafts, and articles whose `publishAt` is still to come. */
  includeDrafts: boolean;
  now: Date;
}

/**
 * Reads a whole content folder and checks it. Nothing but articles/ has to be there. What is
 * faulty is listed in `faults` and read as well as it can be.
 */
export async function readContent(contentDir: string, options: ReadOptions): Promise<Content> {
  const dir = path.resolve(contentDir);
  const files = await listContentFiles(dir);
  const faults: Content['faults'] = [];
  const site = await readSite(dir, files, faults);
  const [authors, categories, snippets] = await Promise.all([
    readAuthors(dir, files, faults),
    readCategories(dir, files, site.defaultLocale, faults),
    readSnippets(dir, files, site.defaultLocale, faults),
  ]);
  const names = new Set(categories.map(({ name }) => name));
  const notices = await readNotices(dir, files, site, names, faults);
  const places = files.articles.filter(({ locale }) => site.locales.includes(locale));
  const all = await readArticles(dir, places, snippets);
  const shown = all.filter(
    ({ article }) => options.includeDrafts || isPublished(article, options.now),
  );
  for (const one of all) faults.push(...one.headFaults);
  for (const one of shown) faults.push(...one.bodyFaults);
  faults.push(...checkContent({ files, site, authors, snippets, notices, all, shown }));
  await fillInDates(dir, shown);
  return {
    dir,
    site,
    authors: authors ?? new Map(),
    categories,
    articles: shown.map(({ article }) => article),
    notices: notices.map(({ notice }) => notice),
    nextPublishAt: nextPublishAt(all, options.now),
    faults: sortFaults(faults),
  };
}

async function readArticles(
  dir: string,
  places: ArticleFile[],
  snippets: SnippetShelf,
): Promise<ReadArticle[]> {
  const read: ReadArticle[] = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < places.length; index = next++) {
      const place = places[index];
      if (place) read[index] = await readArticle(dir, place, snippets);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return read;
}

function isPublished({ draft, publishAt }: Article, now: Date): boolean {
  return !draft && !(publishAt && Date.parse(publishAt) > now.getTime());
}

function nextPublishAt(all: ReadArticle[], now: Date): string | undefined {
  return all
    .filter(({ article }) => !article.draft)
    .map(({ article }) => article.publishAt ?? '')
    .filter((moment) => Date.parse(moment) > now.getTime())
    .sort()[0];
}

async function fillInDates(dir: string, articles: ReadArticle[]): Promise<void> {
  const undated = articles.filter(({ isDated }) => !isDated).map(({ article }) => article);
  const days = await lastChanges(
    dir,
    undated.map(({ file }) => file),
  );
  for (const article of undated) article.updated = days.get(article.file) ?? '';
}
