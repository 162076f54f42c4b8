import { ActionError, defineAction, type ActionAPIContext } from 'astro:actions';
import type { z } from 'zod';
import type { Fault } from '#src/features/accounts/faults.ts';
import { localeOfPath } from '#src/features/articles/address.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { readEnv } from '#src/server/env.ts';
import { apologyFor, InvalidInput, NotAllowed, NotSignedIn } from '#src/server/errors.ts';
import { createLog } from '#src/server/log.ts';
import { providerOf } from '#src/server/provider.ts';
import { SignOnFailure, statusOfProblem } from '#src/server/sign-on-failure.ts';
import { FieldErrors } from './field-errors.ts';
import { logSignOnFailure } from './log-sign-on-failure.ts';
import { type Visit, visitOf } from './visit.ts';

const log = createLog(readEnv().LOG_LEVEL);

async function apologyTo(error: unknown, { url }: ActionAPIContext): Promise<ActionError> {
  const { accounts: words, community } = messagesFor(
    localeOfPath((await manifest()).site, url.pathname),
  );
  if (error instanceof InvalidInput && Object.keys(error.fields).length > 0) {
    const sentences = Object.entries(error.fields).map(([name, fault]) => [
      name,
      words.faults[fault as Fault],
    ]);
    return new FieldErrors(Object.fromEntries(sentences));
  }
  if (error instanceof NotSignedIn) {
    return new ActionError({ code: 'UNAUTHORIZED', message: words.errors.notSignedIn });
  }
  if (error instanceof NotAllowed) {
    return new ActionError({ code: 'FORBIDDEN', message: community.errors.notAllowed });
  }
  if (error instanceof SignOnFailure) {
    logSignOnFailure(error);
    const { problem } = error;
    const message = words.signOn.problems[problem](providerOf(readEnv())?.name ?? '');
    return new ActionError({ code: ActionError.statusToCode(statusOfProblem(problem)), message });
  }
  const { status, sentence, unexpected } = apologyFor(error, words.errors);
  if (unexpected) log.error({ err: error }, 'a form of an account failed');
  return new ActionError({ code: ActionError.statusToCode(status), message: sentence });
}

/** A form of the given fields; `deed` returns the path to go on to, or what the page shows instead. */
export const door = <Fields, Result>(
  fields: z.ZodType<Fields>,
  deed: (form: Fields, visit: Visit) => Promise<Result>,
) =>
  defineAction({
    accept: 'form',
    handler: async (form: FormData, context) => {
      try {
        return await deed(fields.parse(Object.fromEntries(form)), await visitOf(context));
      } catch (error) {
        throw await apologyTo(error, context);
      }
    },
  });
