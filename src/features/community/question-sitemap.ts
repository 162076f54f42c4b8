import type { Kysely } from 'kysely';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import type { Database } from '#db/schema.ts';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import { lastQuestionId, listAnswered } from './answered-questions.store.ts';
import { questionPath } from './question-address.ts';

/** Questions by their ids in one file, far below the 50,000 that search engines take. */
export const QUESTIONS_A_FILE = 5000;

/** The list of the files that list the questions. @see https://www.sitemaps.org/protocol.html */
export async function questionSitemapIndex(
  db: Kysely<Database>,
  origin: URL | undefined,
): Promise<string> {
  const stream = new SitemapIndexStream();
  const files = Math.ceil((await lastQuestionId(db)) / QUESTIONS_A_FILE);
  for (let file = 1; file <= files; file += 1) {
    stream.write({ url: new URL(`/community/sitemap/${file}.xml`, origin).href });
  }
  return files === 0 ? empty('sitemapindex') : finished(stream);
}

/**
 * One of these files: the answered questions of a stretch of ids, each in its own language.
 * @param file from 1
 * @returns undefined when there is no such file
 */
export async function questionSitemap(
  db: Kysely<Database>,
  site: SiteFacts,
  file: number,
  origin: URL | undefined,
): Promise<string | undefined> {
  const from = (file - 1) * QUESTIONS_A_FILE;
  if (from >= (await lastQuestionId(db))) return undefined;
  const stream = new SitemapStream({
    hostname: origin?.href ?? '',
    xmlns: { news: false, video: false, image: false, xhtml: false },
  });
  const questions = await listAnswered(db, from, from + QUESTIONS_A_FILE);
  for (const question of questions) {
    const locale = site.locales.includes(question.locale) ? question.locale : site.defaultLocale;
    stream.write({
      url: questionPath(site, locale, question),
      lastmod: question.changedAt.toISOString(),
    });
  }
  return questions.length === 0 ? empty('urlset') : finished(stream);
}

async function finished(stream: SitemapStream | SitemapIndexStream): Promise<string> {
  stream.end();
  return (await streamToPromise(stream)).toString();
}

/** The package takes a list without an entry for a fault. */
const empty = (element: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></${element}>`;
