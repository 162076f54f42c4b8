import type { APIRoute } from 'astro';
import { senderOf } from '#src/actions/sender-of.ts';
import { suggestedQuestions } from '#src/actions/suggestions-for.ts';
import { LOOKUPS_PER_VISITOR } from '#src/features/community/limits.ts';
import { livePage } from '#src/features/community/live-page.ts';
import { BODY_LENGTH, TITLE_LENGTH } from '#src/features/community/question.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { TooMany } from '#src/server/errors.ts';
import { useLimits } from '#src/server/rate-limit.ts';

export const prerender = false;

/** Questions like the one that is being typed, solved ones first; for the script beside the form. */
export const GET: APIRoute = async (context) => {
  const live = await livePage(context.params['locale']);
  if (!live) return new Response(null, { status: 404 });
  const { searchParams } = context.url;
  const title = (searchParams.get('title') ?? '').slice(0, TITLE_LENGTH.most);
  const body = (searchParams.get('body') ?? '').slice(0, BODY_LENGTH.most);
  try {
    const { visitor } = await senderOf(context, systemClock());
    await useLimits(database(), [[LOOKUPS_PER_VISITOR, visitor.code]]);
    const questions = await suggestedQuestions(live.site, live.locale, { title, body });
    return Response.json(questions, { headers: { 'Cache-Control': 'private, max-age=60' } });
  } catch (error) {
    const headers = { 'Cache-Control': 'no-store' };
    if (!(error instanceof TooMany)) return Response.json([], { status: 503, headers });
    return Response.json([], {
      status: 429,
      headers: { ...headers, 'Retry-After': String(error.seconds) },
    });
  }
};
