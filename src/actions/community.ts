import { ActionError, defineAction, type ActionAPIContext } from 'astro:actions';
import { localeOfPath } from '#src/features/articles/address.ts';
import { articleFacts, manifest } from '#src/features/articles/manifest.ts';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { articleParts } from '#src/features/community/ask-fields.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { ASK_PLACE, askQuestion } from '#src/features/community/ask-question.ts';
import { checkedQuestion } from '#src/features/community/checked-text.ts';
import { deleteAnswer } from '#src/features/community/delete-answer.ts';
import { deleteComment } from '#src/features/community/delete-comment.ts';
import { deleteQuestion } from '#src/features/community/delete-question.ts';
import { dropDraft } from '#src/features/community/drop-draft.ts';
import { editAnswer as changeAnswer } from '#src/features/community/edit-answer.ts';
import { editQuestion as changeQuestion } from '#src/features/community/edit-question.ts';
import * as forms from '#src/features/community/forms.ts';
import { haveSameQuestion } from '#src/features/community/have-same-question.ts';
import { permit } from '#src/features/community/permitted.ts';
import { questionPath } from '#src/features/community/question-address.ts';
import { mayAsk } from '#src/features/community/question.ts';
import { restoreAnswer } from '#src/features/community/restore-answer.ts';
import { restoreComment } from '#src/features/community/restore-comment.ts';
import { restoreQuestion } from '#src/features/community/restore-question.ts';
import { answerPlace, saveDraft } from '#src/features/community/save-draft.ts';
import { voteOnAnswer } from '#src/features/community/vote-on-answer.ts';
import { voteOnQuestion } from '#src/features/community/vote-on-question.ts';
import { withdrawAcceptance } from '#src/features/community/withdraw-acceptance.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { trapFor } from '#src/features/feedback/traps.ts';
import { setAside } from '#src/features/feedback/vote.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { formatDuration } from '#src/components/duration.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { apologyFor, InvalidInput, NotAllowed, NotSignedIn } from '#src/server/errors.ts';
import { createLog } from '#src/server/log.ts';
import { suggestionsFor } from './suggestions-for.ts';

const log = createLog(readEnv().LOG_LEVEL);

function apology(error: unknown, locale: string): ActionError {
  const { errors } = messagesFor(locale).community;
  if (error instanceof NotSignedIn) {
    return new ActionError({ code: 'UNAUTHORIZED', message: errors.notSignedIn });
  }
  if (error instanceof NotAllowed) {
    return new ActionError({ code: 'FORBIDDEN', message: errors.notAllowed });
  }
  const { status, sentence, unexpected } = apologyFor(error, {
    ...errors,
    tooMany: (_, seconds) => errors.tooMany(formatDuration(seconds, locale)),
  });
  if (unexpected) log.error({ err: error }, 'the community could not take a form');
  return new ActionError({ code: ActionError.statusToCode(status), message: sentence });
}

interface Circumstances {
  locale: string;
  now: Date;
}

/** Does a deed in the language of the page, and turns what goes wrong into a sentence of it. */
async function apologising<Result>(
  { url }: ActionAPIContext,
  deed: (circumstances: Circumstances) => Promise<Result>,
): Promise<Result> {
  const { site } = await manifest();
  const locale = localeOfPath(site, url.pathname);
  try {
    return await deed({ locale, now: systemClock() });
  } catch (error) {
    throw apology(error, locale);
  }
}

/** Whether a program sent the form; it is counted apart, and gets the answer that people get. */
async function isTrapped(
  { request }: ActionAPIContext,
  honeypot: string | undefined,
  now: Date,
): Promise<boolean> {
  const userAgent = request.headers.get('user-agent') ?? '';
  const trap = trapFor({ userAgent, honeypot, elapsed: undefined });
  if (trap) await setAside(database(), trap, now);
  return trap !== undefined;
}

/** What became of a question that is being asked. */
export type Asked =
  | { step: 'preview' | 'change' | 'solved' }
  | ({ step: 'check' } & Awaited<ReturnType<typeof suggestionsFor>>)
  | { step: 'posted'; path: string | undefined };

async function takeQuestion(
  form: forms.AskForm,
  context: ActionAPIContext,
  { locale, now }: Circumstances,
): Promise<Asked> {
  const { actor } = context.locals;
  const { step, title = '', body = '', tags = '', category = '', article = '' } = form;
  permit(actor, mayAsk(actor));
  if (step === 'solved') {
    await dropDraft(database(), actor, ASK_PLACE);
    return { step };
  }
  const fields = { title, body, tags, category, article };
  if (step !== 'post') await saveDraft(database(), actor, ASK_PLACE, fields, now);
  if (step === 'change' || step === 'preview') return { step };

  const { site, categories } = await manifest();
  const shelf = categories.find((one) => one.locale === locale && one.name === category);
  if (!shelf) throw new InvalidInput({});
  const checked = checkedQuestion({ title, body, tags }, locale);
  if (step === 'check') return { step, ...(await suggestionsFor(site, locale, checked.title)) };
  if (await isTrapped(context, form.website, now)) return { step: 'posted', path: undefined };

  const known = await articleFacts(...articleParts(article));
  const place = { locale, category, article: known };
  try {
    const posted = await askQuestion(database(), actor, place, { title, body, tags }, now);
    return { step: 'posted', path: questionPath(site, locale, posted) };
  } catch (error) {
    await saveDraft(database(), actor, ASK_PLACE, fields, now);
    throw error;
  }
}

const ask = defineAction({
  accept: 'form',
  input: forms.askForm,
  handler: (form, context) =>
    apologising(context, (circumstances) => takeQuestion(form, context, circumstances)),
});

/** This and the others below answer with the end of the address to go to. */
const answer = defineAction({
  accept: 'form',
  input: forms.answerForm,
  handler: ({ question, body = '', website }, context) =>
    apologising(context, async ({ locale, now }) => {
      const { actor } = context.locals;
      if (await isTrapped(context, website, now)) return '';
      try {
        const id = await answerQuestion(database(), actor, question, body, locale, now);
        return `?answer=${id}#answer-${id}`;
      } catch (error) {
        if (actor) await saveDraft(database(), actor, answerPlace(question), { body }, now);
        throw error;
      }
    }),
});

const comment = defineAction({
  accept: 'form',
  input: forms.commentForm,
  handler: ({ question, answer: answerId, body = '', website }, context) =>
    apologising(context, async ({ locale, now }) => {
      if (await isTrapped(context, website, now)) return '';
      const target = { questionId: question, answerId };
      const id = await writeComment(database(), context.locals.actor, target, body, locale, now);
      return `${answerId === undefined ? '' : `?answer=${answerId}`}#comment-${id}`;
    }),
});

const accept = defineAction({
  accept: 'form',
  input: forms.acceptForm,
  handler: ({ answer: id, accepted }, context) =>
    apologising(context, async ({ now }) => {
      const { actor } = context.locals;
      if (accepted === 'yes') await acceptAnswer(database(), actor, id, now);
      else await withdrawAcceptance(database(), actor, id);
      return accepted === 'yes' ? '#accepted' : `?answer=${id}#answer-${id}`;
    }),
});

const vote = defineAction({
  accept: 'form',
  input: forms.voteForm,
  handler: ({ noun, id, vote: cast }, context) =>
    apologising(context, async ({ now }) => {
      const value = Number(cast) as 1 | -1 | 0;
      const voteOn = { question: voteOnQuestion, answer: voteOnAnswer }[noun];
      await voteOn(database(), context.locals.actor, id, value, now);
      return noun === 'question' ? '#question' : `?answer=${id}#answer-${id}`;
    }),
});

const same = defineAction({
  accept: 'form',
  input: forms.sameForm,
  handler: ({ question, same: has }, context) =>
    apologising(context, async ({ now }) => {
      await haveSameQuestion(database(), context.locals.actor, question, has === 'yes', now);
      return '#question';
    }),
});

const editQuestion = defineAction({
  accept: 'form',
  input: forms.editQuestionForm,
  handler: ({ question, title = '', body = '', tags = '', reason = '' }, context) =>
    apologising(context, async ({ locale, now }) => {
      const typed = { title, body, tags, reason };
      await changeQuestion(database(), context.locals.actor, question, typed, locale, now);
      return '#question';
    }),
});

const editAnswer = defineAction({
  accept: 'form',
  input: forms.editAnswerForm,
  handler: ({ answer: id, body = '', reason = '' }, context) =>
    apologising(context, async ({ locale, now }) => {
      await changeAnswer(database(), context.locals.actor, id, { body, reason }, locale, now);
      return `?answer=${id}#answer-${id}`;
    }),
});

const remove = defineAction({
  accept: 'form',
  input: forms.removalForm,
  handler: ({ noun, id }, context) =>
    apologising(context, async ({ now }) => {
      const deleteOne = {
        question: deleteQuestion,
        answer: deleteAnswer,
        comment: deleteComment,
      }[noun];
      await deleteOne(database(), context.locals.actor, id, now);
      return '#question';
    }),
});

const restore = defineAction({
  accept: 'form',
  input: forms.removalForm,
  handler: ({ noun, id }, context) =>
    apologising(context, async () => {
      const restoreOne = {
        question: restoreQuestion,
        answer: restoreAnswer,
        comment: restoreComment,
      }[noun];
      await restoreOne(database(), context.locals.actor, id);
      return '#question';
    }),
});

export const community = {
  ask,
  answer,
  comment,
  accept,
  vote,
  same,
  editQuestion,
  editAnswer,
  remove,
  restore,
};
