import type { APIRoute } from 'astro';
import { openApiDoor } from '#src/actions/api-door.ts';
import { solvedBeside } from '#src/actions/search-questions.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { readQuery } from '#src/features/insights/api-query.ts';
import { API_SEARCHES } from '#src/features/search/limits.ts';
import { PAGE_SIZE } from '#src/features/search/query.ts';
import { describeSearch, searchQuery } from '#src/features/search/search-api.ts';
import { searchHelpCenter } from '#src/features/search/search-help-center.ts';
import { readEnv } from '#src/server/env.ts';
import { InvalidInput } from '#src/server/errors.ts';

export const prerender = false;

const oneOf = (name: string, known: string[]) =>
  new InvalidInput({ [name]: `${name}: expected one of ${known.join(', ')}.` });

/** What the page of results has, for everybody; a program is no customer, so nothing is recorded. */
export const GET: APIRoute = (context) =>
  openApiDoor(context, API_SEARCHES, async () => {
    const { site, categories } = await manifest();
    const asked = readQuery(searchQuery, context.url.searchParams);
    const { q: query, locale = site.defaultLocale, category, page } = asked;
    if (!site.locales.includes(locale)) throw oneOf('locale', site.locales);
    const wanted = { query, category, isVerbatim: asked.spelling === 'kept' };
    const [answer, solved] = await Promise.all([
      searchHelpCenter(locale, { ...wanted, from: (page - 1) * PAGE_SIZE }),
      page > 1 ? [] : solvedBeside(locale, wanted),
    ]);
    if (answer.category !== category) {
      const shelves = categories.filter((one) => one.locale === locale);
      throw oneOf(
        'category',
        shelves.map(({ name }) => name),
      );
    }
    return describeSearch(answer, solved, { site, locale, siteUrl: readEnv().SITE_URL });
  });
