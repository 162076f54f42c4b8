import type { APIRoute } from 'astro';
import { livePage } from '#src/features/community/live-page.ts';
import { isTag } from '#src/features/community/question.ts';
import { readOrder } from '#src/features/community/question-list.ts';
import { readShelfFeed } from '#src/features/community/read-shelf-feed.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { database } from '#src/server/database.ts';

export const prerender = false;

export const GET: APIRoute = async ({ params, url, site: origin }) => {
  const live = await livePage(params.locale);
  const { tag = '' } = params;
  if (!live || !isTag(tag)) return new Response(null, { status: 404 });
  const words = messagesFor(live.locale).community;
  const order = readOrder(url.searchParams.get('order'));
  const title = words.tagged(tag);
  const feed = await readShelfFeed(database(), live, { tag }, order, title, origin);
  return new Response(feed, {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
