import type { APIRoute } from 'astro';
import { searchQuestions } from '#src/actions/search-questions.ts';
import { livePage } from '#src/features/community/live-page.ts';
import { foundQuestionPath } from '#src/features/search/found-question-path.ts';
import type { QuestionHit } from '#src/features/search/question-search.ts';
import { readSearchAddress } from '#src/features/search/search-address.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { TooMany } from '#src/server/errors.ts';

export const prerender = false;

/** So many stand below the articles in the list of the search box. */
const SHOWN = 3;

/** The best questions for what is typed into the search box. */
export const GET: APIRoute = async (context) => {
  const live = await livePage(context.params['locale']);
  if (!live) return new Response(null, { status: 404 });
  const { site, locale } = live;
  const { query, category } = readSearchAddress(context.url.searchParams);
  const { statuses } = messagesFor(locale).community;
  try {
    const request = { query, category, locales: [locale], size: SHOWN };
    const { questions } = await searchQuestions(context, request);
    const hits = questions.map((question): QuestionHit => ({
      title: question.marked,
      url: foundQuestionPath(site, locale, question),
      excerpt: question.excerpt,
      status: statuses[question.status],
      quality: question.quality,
    }));
    return Response.json(hits, { headers: { 'Cache-Control': 'public, max-age=30' } });
  } catch (error) {
    const headers = { 'Cache-Control': 'no-store' };
    if (!(error instanceof TooMany)) return Response.json([], { status: 503, headers });
    return Response.json([], {
      status: 429,
      headers: { ...headers, 'Retry-After': String(error.seconds) },
    });
  }
};
