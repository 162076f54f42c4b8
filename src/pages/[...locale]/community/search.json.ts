import type { APIRoute } from 'astro';
import { searchBeside } from '#src/actions/search-questions.ts';
import { livePage } from '#src/features/community/live-page.ts';
import { foundQuestionPath } from '#src/features/search/found-question-path.ts';
import type { FoundQuestion, QuestionHit } from '#src/features/search/question-search.ts';
import { readSearchAddress } from '#src/features/search/search-address.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { qualityOf } from '#src/features/search/search-outcome.ts';
import { TooMany } from '#src/server/errors.ts';

export const prerender = false;

/** So many stand below the articles in the list of the search box, beside those among them. */
const SHOWN = 3;

type Shown = Pick<
  FoundQuestion,
  'id' | 'title' | 'answerId' | 'marked' | 'excerpt' | 'status' | 'quality'
>;

const ANSWERED = { answerId: null, status: 'solved', quality: 'good' } as const;

/** The best questions for what is typed into the search box. */
export const GET: APIRoute = async (context) => {
  const live = await livePage(context.params['locale']);
  if (!live) return new Response(null, { status: 404 });
  const { site, locale } = live;
  const { query, category, isVerbatim } = readSearchAddress(context.url.searchParams);
  const { statuses } = messagesFor(locale).community;
  try {
    const request = { query, category, isVerbatim, locales: [locale], size: SHOWN };
    const { questions, solved } = await searchBeside(context, request);
    const hit = (question: Shown): QuestionHit => ({
      title: question.marked,
      url: foundQuestionPath(site, locale, question),
      excerpt: question.excerpt,
      status: statuses[question.status],
      quality: qualityOf(question),
    });
    const hits = [
      ...solved.map((question) => ({
        ...hit({ ...question, ...ANSWERED }),
        score: question.score,
      })),
      ...questions.map(hit),
    ];
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
