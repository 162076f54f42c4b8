import type { APIRoute } from 'astro';
import { livePage } from '#src/features/community/live-page.ts';
import { questionFeed } from '#src/features/community/question-feed.ts';
import { readId } from '#src/features/community/question-address.ts';
import { isShown } from '#src/features/community/question.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import { database } from '#src/server/database.ts';

export const prerender = false;

export const GET: APIRoute = async ({ params, url, site: origin }) => {
  const live = await livePage(params.locale);
  const id = readId(params.id);
  const page = live && id ? await readQuestionPage(database(), id, undefined, {}) : undefined;
  if (!live || !page) return new Response(null, { status: 404 });
  if (!isShown(page.question)) return new Response(null, { status: 410 });
  return new Response(questionFeed(live, page, url.pathname, origin), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
