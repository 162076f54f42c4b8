import { ActionError, defineAction, type ActionAPIContext } from 'astro:actions';
import { explainForm, voteForm } from '#src/features/feedback/forms.ts';
import { receiveVote } from '#src/features/feedback/receive-vote.ts';
import { receiveWords } from '#src/features/feedback/receive-words.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { apologyFor } from '#src/server/errors.ts';
import { createLog } from '#src/server/log.ts';
import { senderOf } from './sender-of.ts';

const log = createLog(readEnv().LOG_LEVEL);

async function apologising<Result>(locale: string, deed: () => Promise<Result>): Promise<Result> {
  try {
    return await deed();
  } catch (error) {
    const { status, sentence, unexpected } = apologyFor(error, messagesFor(locale).feedback.errors);
    if (unexpected) log.error({ err: error }, 'feedback could not be stored');
    throw new ActionError({ code: ActionError.statusToCode(status), message: sentence });
  }
}

/** Our script posts to the action itself, a plain form to its page. */
const isFromScript = ({ url }: ActionAPIContext) => url.pathname.startsWith('/_actions/');

const vote = defineAction({
  accept: 'form',
  input: voteForm,
  handler: (form, context) =>
    apologising(form.locale, async () => {
      const now = systemClock();
      const sender = await senderOf(context, now);
      return receiveVote(database(), form, sender, isFromScript(context), now);
    }),
});

const explain = defineAction({
  accept: 'form',
  input: explainForm,
  handler: (form, context) =>
    apologising(form.locale, async () => {
      const now = systemClock();
      return receiveWords(database(), form, await senderOf(context, now), now);
    }),
});

export const feedback = { vote, explain };
