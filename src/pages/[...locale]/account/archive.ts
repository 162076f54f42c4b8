import { ReadableStream } from 'node:stream/web';
import type { APIRoute } from 'astro';
import { allOwnRecords } from '#src/actions/all-own-records.ts';
import { makeArchive } from '#src/features/accounts/make-archive.ts';
import { leadingOnTo } from '#src/features/accounts/own-path.ts';
import { localePath } from '#src/features/articles/address.ts';
import { livePage } from '#src/features/community/live-page.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { apologyFor } from '#src/server/errors.ts';
import { fileStore } from '#src/server/file-store.ts';

export const prerender = false;

const files = fileStore(readEnv());

/** Gives members all that is kept about them; asked for by a form, so that no link can do it. */
export const POST: APIRoute = async ({ locals, params, redirect }) => {
  const live = await livePage(params['locale']);
  if (!live) return new Response(null, { status: 404 });
  const { site, locale } = live;
  const path = (own: string) => localePath(site, locale, own);
  const { actor } = locals;
  if (!actor) return redirect(leadingOnTo(path('/account/sign-in'), path('/account')), 303);
  const headers = { 'Cache-Control': 'no-store' };
  try {
    const now = systemClock();
    const archive = await makeArchive(database(), files, actor, allOwnRecords, now);
    const name = `helpmark-${actor.handle}-${now.toISOString().slice(0, 10)}.zip`;
    return new Response(ReadableStream.from(archive) as never, {
      headers: {
        ...headers,
        'Content-Disposition': `attachment; filename="${name}"`,
        'Content-Type': 'application/zip',
      },
    });
  } catch (error) {
    const { errors } = messagesFor(locale).accounts;
    const { status, sentence } = apologyFor(error, errors);
    return new Response(sentence, { status, headers });
  }
};
