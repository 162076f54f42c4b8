import { ActionError, type ActionAPIContext } from 'astro:actions';
import { localeOfPath } from '#src/features/articles/address.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { systemClock } from '#src/server/clock.ts';
import { readEnv } from '#src/server/env.ts';
import { apologyFor, NotAllowed, NotSignedIn, StalePage } from '#src/server/errors.ts';
import { createLog } from '#src/server/log.ts';
import { limitSentence } from './limit-sentence.ts';

const log = createLog(readEnv().LOG_LEVEL);

/** The language that a deed answers in, and when it is done. */
export interface Circumstances {
  locale: string;
  now: Date;
}

/** An apology for what may be tried again after some seconds. */
export class Later extends ActionError {
  readonly retryAfter: number;

  constructor(message: string, retryAfter: number) {
    super({ code: 'TOO_MANY_REQUESTS', message });
    this.retryAfter = retryAfter;
  }
}

function apology(error: unknown, locale: string, stale: string | undefined): ActionError {
  const { errors } = messagesFor(locale).community;
  if (error instanceof NotSignedIn) {
    return new ActionError({ code: 'UNAUTHORIZED', message: errors.notSignedIn });
  }
  if (error instanceof NotAllowed) {
    return new ActionError({ code: 'FORBIDDEN', message: errors.notAllowed });
  }
  if (error instanceof StalePage && stale !== undefined) {
    return new ActionError({ code: 'CONFLICT', message: stale });
  }
  const { status, sentence, retryAfter, unexpected } = apologyFor(error, {
    ...errors,
    tooMany: (_, seconds) => limitSentence(error, seconds, locale),
  });
  if (unexpected) log.error({ err: error }, 'a form of the community could not be taken');
  if (retryAfter !== undefined) return new Later(sentence, retryAfter);
  return new ActionError({ code: ActionError.statusToCode(status), message: sentence });
}

/**
 * Does a deed in the language of the page, and turns what goes wrong into a sentence of it.
 * @param stale says in a language what it means that a page was too old for the deed
 */
export async function apologising<Result>(
  { url }: ActionAPIContext,
  deed: (circumstances: Circumstances) => Promise<Result>,
  stale?: (locale: string) => string,
): Promise<Result> {
  const { site } = await manifest();
  const locale = localeOfPath(site, url.pathname);
  try {
    return await deed({ locale, now: systemClock() });
  } catch (error) {
    throw apology(error, locale, stale?.(locale));
  }
}
