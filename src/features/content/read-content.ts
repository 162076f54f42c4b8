import path from 'node:path';
import type { Article } from './article.ts';
import { indexArticles } from './article-index.ts';
import { checkContent } from './check-content.ts';
import type { Content } from './content.ts';
import { listContentFiles } from './content-files.ts';
import { sortFaults } from './faults.ts';
import { lastChanges } from './git-dates.ts';
import { readArticle, type ReadArticle } from './read-article.ts';
import { readCategories } from './read-categories.ts';
import { readCommunity } from './read-community.ts';
import { readNotices } from './read-notices.ts';
import { readSearchTests } from './read-search-tests.ts';
import { readAuthors, readSite } from './read-site.ts';
import { readSnippets } from './read-snippets.ts';
import { checkSynonyms } from './read-synonyms.ts';

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
  const site = readSite(dir, files, faults);
  const authors = readAuthors(dir, files, faults);
  const categories = readCategories(dir, files, site.defaultLocale, faults);
  const snippets = readSnippets(dir, files, site.defaultLocale, faults);
  const names = new Set(categories.map(({ name }) => name));
  const notices = readNotices(dir, files, site, names, faults);
  const community = readCommunity(dir, files, site, faults);
  checkSynonyms(dir, files, site, faults);
  const places = files.articles.filter(({ locale }) => site.locales.includes(locale));
  const all = places.map((place) => readArticle(dir, place, snippets));
  const shown = all.filter(
    ({ article }) => options.includeDrafts || isPublished(article, options.now),
  );
  for (const one of all) faults.push(...one.headFaults);
  for (const one of shown) faults.push(...one.bodyFaults);
  const index = indexArticles(site, all, shown);
  faults.push(...checkContent({ files, index, authors, snippets, notices, community }));
  const searchTests = readSearchTests(dir, files, index, faults);
  await fillInDates(dir, shown);
  return {
    dir,
    site,
    authors: authors ?? new Map(),
    categories,
    articles: shown.map(({ article }) => article),
    notices: notices.map(({ notice }) => notice),
    community: community.policy,
    searchTests,
    nextPublishAt: nextPublishAt(all, options.now),
    faults: sortFaults(faults),
  };
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
