import type { APIRoute } from 'astro';
import { manifest } from '#src/features/articles/manifest.ts';
import { articlesNamed, markdownLink } from '#src/features/community/article-names.ts';
import { livePage } from '#src/features/community/live-page.ts';
import { peopleToMention } from '#src/features/community/people-to-mention.ts';
import { readId } from '#src/features/community/question-address.ts';
import { database } from '#src/server/database.ts';
import { NotAllowed, NotSignedIn, TooMany } from '#src/server/errors.ts';

export const prerender = false;

const ARTICLES_SHOWN = 8;

/** What a list of names shows, and the Markdown that stands for a choice. */
interface Choice {
  label: string;
  detail?: string;
  value: string;
}

const answer = (choices: Choice[], status = 200, more: Record<string, string> = {}) =>
  Response.json(choices, { status, headers: { 'Cache-Control': 'private, no-store', ...more } });

/**
 * Names to choose from while somebody writes: `?article=` gives articles by a part of their name,
 * to everybody; `?handle=` members by the beginning of theirs, to members.
 */
export const GET: APIRoute = async ({ params, url, locals }) => {
  const live = await livePage(params['locale']);
  if (!live) return new Response(null, { status: 404 });
  const { site, locale } = live;
  const article = url.searchParams.get('article');
  if (article !== null) {
    const found = articlesNamed((await manifest()).articles, site, locale, article.slice(0, 150));
    return answer(
      found.slice(0, ARTICLES_SHOWN).map((one) => ({ label: one.title, value: markdownLink(one) })),
    );
  }
  try {
    const prefix = url.searchParams.get('handle') ?? '';
    const question = readId(url.searchParams.get('question'));
    const people = await peopleToMention(database(), locals.actor, prefix, question);
    return answer(
      people.map(({ handle, name }) => ({
        label: name,
        detail: `@${handle}`,
        value: `@${handle}`,
      })),
    );
  } catch (error) {
    if (error instanceof NotSignedIn) return answer([], 401);
    if (error instanceof NotAllowed) return answer([], 403);
    if (error instanceof TooMany) return answer([], 429, { 'Retry-After': String(error.seconds) });
    return answer([], 503);
  }
};
