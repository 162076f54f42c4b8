import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { escapeHtml, scriptJson } from '#src/components/html.ts';
import { questionTag } from '#src/features/community/announce.ts';
import { exampleQuestion, exampleReader } from '#src/features/community/example-question.ts';
import { type Span, spanOf } from '#src/features/community/list-cursor.ts';
import { type LivePage, livePage } from '#src/features/community/live-page.ts';
import {
  canonicalLocale,
  plainQuestionPath,
  questionPath,
  questionSlug,
  readId,
} from '#src/features/community/question-address.ts';
import type { QuestionPage } from '#src/features/community/question-page.ts';
import { questionStructuredData } from '#src/features/community/question-structured-data.ts';
import { questionView } from '#src/features/community/question-view.ts';
import { isShown } from '#src/features/community/question.ts';
import { bellView } from '#src/features/notifications/bell-view.ts';
import { unreadNotifications } from '#src/features/notifications/read-notifications.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import type { Env } from '#src/server/env.ts';
import { isForEverybody, keptUnder } from '#src/server/page-cache.ts';
import { plainMember } from './plain-member.ts';
import { fill, type PageShells } from '#src/server/page-shell.ts';

const ADDRESS =
  /^(?:\/([^/]+))?\/community\/questions\/(\d+)\/([^/?]+)(\?(?:after|before)=[^&]+)?$/;

interface Reading {
  live: LivePage;
  page: QuestionPage;
  /** A plain member; undefined for whoever is not signed in. */
  actor: Actor | undefined;
  /** What they have been told and not read. */
  unread: number;
}

/** What the page says of a question and its reader, as it stands in the HTML, the whole first. */
function saidOf({ live, page, actor, unread }: Reading, siteUrl: string): string[] {
  const { site, locale } = live;
  const { question } = page;
  const path = questionPath(site, locale, question);
  const plain = plainQuestionPath(question);
  const [data] = questionStructuredData(page, new URL(path, siteUrl).href);
  return [
    questionView({ live, page, path, actor }).html,
    scriptJson(data),
    ...(actor ? [bellView(site, locale, unread).html, escapeHtml(actor.name)] : []),
    // In the link for signing in, which leads back to the form; a locked one does not have it.
    ...(question.lockedAt || actor ? [] : [encodeURIComponent(plain)]),
    plain,
    escapeHtml(question.title),
    String(question.id),
  ];
}

/** What it takes to put the page together; undefined when there is more to say than the shell has room for. */
async function read(
  db: Kysely<Database>,
  live: LivePage,
  id: number,
  span: Span,
  actor: Actor | undefined,
): Promise<Reading | undefined> {
  const [page, unread] = await Promise.all([
    readQuestionPage(db, id, actor, span),
    actor ? unreadNotifications(db, actor) : 0,
  ]);
  if (!page || page.drafts.size > 0 || !isShown(page.question) || page.question.duplicateOf) {
    return undefined;
  }
  return { live, page, actor, unread };
}

/**
 * Answers with the page of a question as everybody reads it, put together from its shell instead
 * of rendered by Astro, which takes four times as long.
 * @param request of somebody who is not signed in, or of a plain member
 * @returns false for what is not such a page; nothing has been answered then
 */
export async function questionDoor(
  request: IncomingMessage,
  response: ServerResponse,
  {
    db,
    reading,
    env,
    shells,
  }: Record<'db' | 'reading', Kysely<Database>> & {
    env: Pick<Env, 'SITE_URL'>;
    shells: PageShells;
  },
): Promise<boolean> {
  const [, asked, number, slug = '', query = ''] = ADDRESS.exec(request.url ?? '') ?? [];
  const id = readId(number);
  const live = id && (await livePage(asked));
  if (!id || !live || request.method !== 'GET') return false;
  const isOpen = isForEverybody(request);
  // Not among the readers: a session that is prolonged is written, and may have to wait for that.
  const actor = isOpen ? undefined : await plainMember(db, env.SITE_URL, request, response);
  if (!isOpen && !actor) return false;
  const found = await read(reading, live, id, spanOf(new URLSearchParams(query)), actor);
  const question = found?.page.question;
  if (!question || slug !== encodeURIComponent(questionSlug(question.title))) return false;

  const { site, locale } = live;
  const kind = {
    locale: canonicalLocale(site, locale, question),
    isAnswered: question.answerCount > 0,
    isLocked: question.lockedAt !== null,
  };
  const key = `question ${locale} ${JSON.stringify(kind)} ${query !== ''} ${isOpen}`;
  const shell = await shells.get(key, () => {
    const page = exampleQuestion(kind);
    const example = { live, page, actor: actor && exampleReader, unread: 0 };
    return {
      url: questionPath(site, locale, page.question) + query,
      locals: { question: page, actor: example.actor },
      marks: saidOf(example, env.SITE_URL),
    };
  });
  if (!shell) return false;
  const kept = isOpen ? Object.fromEntries([keptUnder(questionTag(id))]) : {};
  response.writeHead(200, { ...shell.headers, ...kept });
  response.end(fill(shell, saidOf(found, env.SITE_URL)));
  return true;
}
