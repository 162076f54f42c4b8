import { z } from 'zod';
import type { Locales } from '#src/features/articles/address.ts';
import { QUALITIES } from '#src/features/events/event.ts';
import type { SolvedQuestion } from './find-solved-questions.ts';
import { foundQuestionPath } from './found-question-path.ts';
import { mergeResults } from './merge-results.ts';
import type { Piece } from './passage.ts';
import { PAGE_SIZE, QUERY_MAX, tidyQuery, type SearchAnswer } from './query.ts';
import { searchOutcome } from './search-outcome.ts';

const Q = 'q: expected what to look for';
const PAGE_MAX = 500;
const PAGE = `page: expected a whole number from 1 to ${PAGE_MAX}`;

/** What a program may ask of the search. */
export const searchQuery = z.strictObject({
  q: z
    .string(Q)
    .transform(tidyQuery)
    .pipe(z.string().min(1, Q))
    .describe(`What to look for; more than ${QUERY_MAX} letters are cut`),
  locale: z.string().min(1).optional().describe('A language of the site; its first unless told'),
  category: z.string().min(1).optional().describe('A folder of articles, to have its results only'),
  page: z
    .string()
    .regex(/^\d{1,3}$/, PAGE)
    .transform(Number)
    .pipe(z.int().min(1, PAGE).max(PAGE_MAX, PAGE))
    .default(1)
    .describe(`${PAGE_SIZE} articles each`),
  spelling: z
    .enum(['kept'], 'spelling: expected kept, or nothing')
    .optional()
    .describe('`kept` to have no word corrected'),
});

const place = { title: z.string(), url: z.url() };

/** What it is answered. */
export const searchApiAnswer = z.object({
  query: z.string().describe('As it was looked for, without surplus spaces'),
  locale: z.string(),
  corrected: z
    .array(z.object({ from: z.string(), to: z.string() }))
    .describe('Words that were taken for others'),
  quality: z
    .enum(QUALITIES)
    .describe('`none` when nothing here answers: results are only the nearest then'),
  total: z.int().describe('Articles that match, on all pages'),
  page: z.int(),
  pages: z.int(),
  categories: z
    .array(z.object({ name: z.string(), title: z.string(), articles: z.int() }))
    .describe('How many articles match in each category, whichever is asked for'),
  quote: z
    .object({
      ...place,
      section: z.string().describe('Empty for the beginning of the article'),
      lines: z.array(z.string()).describe('Word for word'),
      isSteps: z.boolean(),
      hasMore: z.boolean().describe('Whether the section goes on'),
    })
    .nullable()
    .describe('What the best article says to a question that it answers'),
  results: z
    .array(
      z.object({
        kind: z.enum(['article', 'question']),
        ...place,
        category: z.string().nullable().describe('The name of its category'),
        excerpt: z.string().describe('Plain text: escape it in HTML'),
        sections: z
          .array(z.object({ ...place, excerpt: z.string() }))
          .describe('Of an article, those that match best'),
      }),
    )
    .describe('Articles and solved questions, the best first'),
});

type SearchApiAnswer = z.infer<typeof searchApiAnswer>;

const plain = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');

/**
 * A page of results as programs get it.
 * @param solved questions that stand among the articles
 * @param siteUrl to make addresses absolute with
 */
export function describeSearch(
  answer: SearchAnswer,
  solved: SolvedQuestion[],
  { site, locale, siteUrl }: { site: Locales; locale: string; siteUrl: string },
): SearchApiAnswer {
  const absolute = (path: string) => new URL(path, siteUrl).href;
  const { query, corrected, total, quote, categories } = answer;
  return {
    query,
    locale,
    corrected,
    quality: searchOutcome(
      answer,
      solved.map(() => 'good' as const),
    ).quality,
    total,
    page: answer.from / PAGE_SIZE + 1,
    pages: Math.min(PAGE_MAX, Math.ceil(total / PAGE_SIZE)),
    categories: categories.map(({ name, title, count }) => ({ name, title, articles: count })),
    quote: quote ? { ...quote, url: absolute(quote.url) } : null,
    results: mergeResults(answer.articles, solved).map((result) =>
      result.kind === 'article'
        ? {
            kind: 'article' as const,
            title: plain(result.article.title),
            url: absolute(result.article.url),
            category: result.article.category?.name ?? null,
            excerpt: plain(result.article.excerpt),
            sections: result.article.sections.map(({ title, url, excerpt }) => ({
              title: plain(title),
              url: absolute(url),
              excerpt: plain(excerpt),
            })),
          }
        : {
            kind: 'question' as const,
            title: result.question.title,
            url: absolute(foundQuestionPath(site, locale, { ...result.question, answerId: null })),
            category: result.question.category,
            excerpt: plain(result.question.excerpt),
            sections: [],
          },
    ),
  };
}
