import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { escapeHtml, scriptJson } from '#src/components/html.ts';
import { questionTag } from '#src/features/community/announce.ts';
import { exampleQuestion } from '#src/features/community/example-question.ts';
import { spanOf } from '#src/features/community/list-cursor.ts';
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
import { mayRead } from '#src/features/community/question.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import type { Env } from '#src/server/env.ts';
import { keptUnder } from '#src/server/page-cache.ts';
import { fill, type PageShells } from '#src/server/page-shell.ts';

const ADDRESS =
  /^(?:\/([^/]+))?\/community\/questions\/(\d+)\/([^/?]+)(\?(?:after|before)=[^&]+)?$/;

/** What the page says of a question, each as it stands in the HTML, what holds others first. */
function saidOf(live: LivePage, page: QuestionPage, siteUrl: string): string[] {
  const { question } = page;
  const path = questionPath(live.site, live.locale, question);
  const plain = plainQuestionPath(question);
  const [data] = questionStructuredData(page, new URL(path, siteUrl).href);
  return [
    questionView({ live, page, path }).html,
    scriptJson(data),
    // In the link that leads back to the form, which a locked one does not have.
    ...(question.lockedAt ? [] : [encodeURIComponent(plain)]),
    plain,
    escapeHtml(question.title),
    String(question.id),
  ];
}

/**
 * Answers with the page of a question as everybody reads it, put together from its shell instead
 * of rendered by Astro, which takes four times as long.
 * @param request of nobody who is signed in
 * @returns false for what is not such a page; nothing has been answered then
 */
export async function questionDoor(
  request: IncomingMessage,
  response: ServerResponse,
  { db, env, shells }: { db: Kysely<Database>; env: Pick<Env, 'SITE_URL'>; shells: PageShells },
): Promise<boolean> {
  const [, asked, number, slug = '', query = ''] = ADDRESS.exec(request.url ?? '') ?? [];
  const id = readId(number);
  const live = id && (await livePage(asked));
  if (!id || !live) return false;
  const span = spanOf(new URLSearchParams(query));
  const page = await readQuestionPage(db, id, undefined, span);
  if (!page || !mayRead(undefined, page.question) || page.question.duplicateOf) return false;
  const { question } = page;
  if (slug !== encodeURIComponent(questionSlug(question.title))) return false;

  const { site, locale } = live;
  const kind = {
    locale: canonicalLocale(site, locale, question),
    isAnswered: question.answerCount > 0,
    isLocked: question.lockedAt !== null,
  };
  const key = `question ${locale} ${JSON.stringify(kind)} ${query !== ''}`;
  const shell = await shells.get(key, () => {
    const example = exampleQuestion(kind);
    return {
      url: questionPath(site, locale, example.question) + query,
      locals: { question: example },
      marks: saidOf(live, example, env.SITE_URL),
    };
  });
  if (!shell) return false;
  response.writeHead(200, {
    ...shell.headers,
    ...Object.fromEntries([keptUnder(questionTag(id))]),
  });
  response.end(fill(shell, saidOf(live, page, env.SITE_URL)));
  return true;
}
