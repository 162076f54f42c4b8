import type { APIRoute } from 'astro';
import { questionTag } from '#src/features/community/announce.ts';
import { livePage } from '#src/features/community/live-page.ts';
import { questionFeed } from '#src/features/community/question-feed.ts';
import { readId } from '#src/features/community/question-address.ts';
import { isShown } from '#src/features/community/question.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import { database } from '#src/server/database.ts';
import { keptUnder } from '#src/server/page-cache.ts';

export const prerender = false;

export const GET: APIRoute = async ({ params, url, site: origin }) => {
  const live = await livePage(params.locale);
  const id = readId(params.id);
  const page = live && id ? await readQuestionPage(database(), id, undefined, {}) : undefined;
  if (!live || !id || !page) return new Response(null, { status: 404 });
  const { question } = page;
  // As at its page: what waits for a moderator has never been there for others.
  const isHeld = question.hiddenFor === 'held';
  if (!isShown(question)) return new Response(null, { status: isHeld ? 404 : 410 });
  return new Response(questionFeed(live, page, url.pathname, origin), {
    headers: [['content-type', 'application/atom+xml; charset=utf-8'], keptUnder(questionTag(id))],
  });
};
