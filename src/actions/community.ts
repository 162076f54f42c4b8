import { defineAction, type ActionAPIContext } from 'astro:actions';
import { articleFacts, manifest } from '#src/features/articles/manifest.ts';
import { addImage as keepImage } from '#src/features/community/add-image.ts';
import { articleParts, articleRevision } from '#src/features/community/ask-fields.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { checkedQuestion } from '#src/features/community/checked-text.ts';
import { deleteAnswer } from '#src/features/community/delete-answer.ts';
import { deleteComment } from '#src/features/community/delete-comment.ts';
import { deleteQuestion } from '#src/features/community/delete-question.ts';
import {
  answerPlace,
  ASK_PLACE,
  commentPlace,
  draftFields,
  editPlace,
} from '#src/features/community/draft-place.ts';
import { dropDraft } from '#src/features/community/drop-draft.ts';
import { dropParkedDraft } from '#src/features/community/drop-parked-draft.ts';
import * as forms from '#src/features/community/forms.ts';
import { haveSameQuestion } from '#src/features/community/have-same-question.ts';
import { keepTyping } from '#src/features/community/keep-typing.ts';
import { LOOKUPS_PER_VISITOR, PREVIEWS_PER_WRITER } from '#src/features/community/limits.ts';
import { permit } from '#src/features/community/permitted.ts';
import { questionPath } from '#src/features/community/question-address.ts';
import { BODY_LENGTH, mayAsk } from '#src/features/community/question.ts';
import { restoreAnswer } from '#src/features/community/restore-answer.ts';
import { restoreComment } from '#src/features/community/restore-comment.ts';
import { restoreQuestion } from '#src/features/community/restore-question.ts';
import { reviewLink } from '#src/features/community/review-link.ts';
import { renderWriting } from '#src/features/community/render-writing.ts';
import { saveDraft } from '#src/features/community/save-draft.ts';
import { voteOnAnswer } from '#src/features/community/vote-on-answer.ts';
import { voteOnQuestion } from '#src/features/community/vote-on-question.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { decideAcceptance } from '#src/features/moderation/decide-acceptance.ts';
import { editWriting } from '#src/features/moderation/edit-writing.ts';
import { askOnce } from '#src/features/surveys/ask-once.ts';
import { writeOccasion } from '#src/features/surveys/occasion.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { fileStore } from '#src/server/file-store.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import { recordSteps, shownSteps, suggestionOf } from './funnel.ts';
import { isTrapped } from './is-trapped.ts';
import { linkedText } from './linked-text.ts';
import { senderOf } from './sender-of.ts';
import { solvedOccasion } from './solved-occasion.ts';
import { admissionOf } from './admission-of.ts';
import { apologising, type Circumstances } from './apologising.ts';
import { suggestionsFor } from './suggestions-for.ts';

const env = readEnv();
const files = fileStore(env);

/** What became of a question that is being asked. */
export type Asked =
  | { step: 'preview' | 'change' }
  | { step: 'solved'; /** An occasion to ask how easy it was. */ of: string }
  | ({ step: 'check' } & Awaited<ReturnType<typeof suggestionsFor>>)
  | { step: 'posted'; path: string | undefined };

/** Whoever types and is not a member yet costs as much as any visitor may. */
async function useLookup(context: ActionAPIContext, now: Date): Promise<void> {
  const { visitor } = await senderOf(context, now);
  await useLimits(database(), [[LOOKUPS_PER_VISITOR, visitor.code]]);
}

/** All steps but the last are for everybody: most who come to ask need not become members. */
async function takeQuestion(
  form: forms.AskForm,
  context: ActionAPIContext,
  { locale, now }: Circumstances,
): Promise<Asked> {
  const { actor } = context.locals;
  const { title = '', body = '', tags = '', category = '', article = '', searched = '' } = form;
  const step = form.solved === undefined ? form.step : 'solved';
  const isMine = mayAsk(actor);
  if (step === 'solved') {
    const solution = { kind: 'suggestion-solved', ...suggestionOf(form.solved ?? '') } as const;
    await recordSteps(context, locale, [solution], now);
    if (isMine) await dropDraft(database(), actor, ASK_PLACE);
    if (form.draft) await dropParkedDraft(database(), form.draft);
    return { step, of: await solvedOccasion(context, form.solved ?? '', now) };
  }
  if (step === 'post' || actor) permit(actor, isMine);
  const fields = draftFields({ title, body, tags, category, article, searched });
  if (isMine && step !== 'post') await saveDraft(database(), actor, ASK_PLACE, fields, now);
  if (!actor) await useLookup(context, now);
  if (step === 'change' || step === 'preview') return { step };

  const { site, categories } = await manifest();
  const shelf = categories.find((one) => one.locale === locale && one.name === category);
  if (!shelf) throw new InvalidInput({});
  const linked = await linkedText(body, locale);
  const typed = { title, body: linked.text, tags };
  const checked = checkedQuestion(typed, locale);
  if (step === 'check') {
    const suggestions = await suggestionsFor(site, locale, checked);
    if (!form.told) await recordSteps(context, locale, shownSteps(suggestions), now);
    return { step, ...suggestions };
  }
  permit(actor, isMine);
  if (await isTrapped(context, form.website, now)) return { step: 'posted', path: undefined };

  const known = await articleFacts(...articleParts(article));
  const read = known && { ...known, revision: articleRevision(article) ?? known.revision };
  const place = { locale, category, article: read, searched };
  try {
    const words = `${title}\n\n${linked.text}`;
    const admission = await admissionOf(context, words, { locale, now });
    const posted = await askQuestion(database(), actor, place, typed, now, admission);
    await recordSteps(context, locale, [{ kind: 'form-posted', questionId: posted.id }], now);
    if (form.draft) await dropParkedDraft(database(), form.draft);
    const path = questionPath(site, locale, posted);
    return { step: 'posted', path: linked.hasUnknown ? `${path}?unlinked` : path };
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

/** Keeps what a member typed when it could not be taken. */
async function keepingDraft<Result>(
  { locals: { actor } }: ActionAPIContext,
  place: string,
  typed: Record<string, string>,
  now: Date,
  deed: () => Promise<Result>,
): Promise<Result> {
  try {
    return await deed();
  } catch (error) {
    if (actor) await saveDraft(database(), actor, place, draftFields(typed), now);
    throw error;
  }
}

/** The end of the address of a text that was posted. */
function endOf(query: Record<string, string | number | undefined>, anchor: string): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return `${search.size > 0 ? `?${search}` : ''}#${anchor}`;
}

/** Says on the page that a name of an article was left as it was typed. */
const unlinked = (hasUnknown: boolean) => (hasUnknown ? '' : undefined);

/** This and the others below answer with the end of the address to go to. */
const answer = defineAction({
  accept: 'form',
  input: forms.answerForm,
  handler: ({ question, body = '', draft, website }, context) =>
    apologising(context, async ({ locale, now }) => {
      const { actor } = context.locals;
      if (await isTrapped(context, website, now)) return '';
      return keepingDraft(context, answerPlace(question), { body }, now, async () => {
        const { text, hasUnknown } = await linkedText(body, locale);
        const admission = await admissionOf(context, text, { locale, now });
        const id = await answerQuestion(database(), actor, question, text, locale, now, admission);
        if (draft) await dropParkedDraft(database(), draft);
        return endOf({ answer: id, unlinked: unlinked(hasUnknown) }, `answer-${id}`);
      });
    }),
});

const comment = defineAction({
  accept: 'form',
  input: forms.commentForm,
  handler: ({ question, answer: answerId, body = '', website }, context) =>
    apologising(context, async ({ locale, now }) => {
      if (await isTrapped(context, website, now)) return '';
      const target = { questionId: question, answerId };
      const place = commentPlace(question, answerId);
      return keepingDraft(context, place, { body }, now, async () => {
        const { text, hasUnknown } = await linkedText(body, locale);
        const { actor } = context.locals;
        const admission = await admissionOf(context, text, { locale, now });
        const id = await writeComment(database(), actor, target, text, locale, now, admission);
        return endOf({ answer: answerId, unlinked: unlinked(hasUnknown) }, `comment-${id}`);
      });
    }),
});

const accept = defineAction({
  accept: 'form',
  input: forms.acceptForm,
  handler: ({ answer: id, accepted }, context) =>
    apologising(context, async ({ now }) => {
      const { actor } = context.locals;
      const decided = await decideAcceptance(database(), actor, id, accepted === 'yes', now);
      if (accepted === 'no') return `?answer=${id}#answer-${id}`;
      const occasion = { moment: 'accepted', questionId: decided.questionId } as const;
      const asks = decided.isAsker && (await askOnce(database(), occasion, now));
      return asks ? `?survey=${writeOccasion(env, occasion)}#survey` : '#accepted';
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
      const place = editPlace('question', question);
      const fields = { title, body, tags, reason };
      return keepingDraft(context, place, fields, now, async () => {
        const { text, hasUnknown } = await linkedText(body, locale);
        const typed = { ...fields, body: text };
        const words = `${title}\n\n${text}`;
        const admission = await admissionOf(context, words, { locale, now, isEdit: true });
        const which = { noun: 'question', id: question } as const;
        await editWriting(database(), context.locals.actor, which, typed, locale, now, admission);
        return endOf({ unlinked: unlinked(hasUnknown) }, 'question');
      });
    }),
});

const editAnswer = defineAction({
  accept: 'form',
  input: forms.editAnswerForm,
  handler: ({ answer: id, body = '', reason = '' }, context) =>
    apologising(context, async ({ locale, now }) =>
      keepingDraft(context, editPlace('answer', id), { body, reason }, now, async () => {
        const { text, hasUnknown } = await linkedText(body, locale);
        const typed = { title: '', body: text, tags: '', reason };
        const admission = await admissionOf(context, text, { locale, now, isEdit: true });
        const which = { noun: 'answer', id } as const;
        await editWriting(database(), context.locals.actor, which, typed, locale, now, admission);
        return endOf({ answer: id, unlinked: unlinked(hasUnknown) }, `answer-${id}`);
      }),
    ),
});

const editComment = defineAction({
  accept: 'form',
  input: forms.editCommentForm,
  handler: ({ comment: id, body = '', reason = '' }, context) =>
    apologising(context, async ({ locale, now }) =>
      keepingDraft(context, editPlace('comment', id), { body, reason }, now, async () => {
        const { text, hasUnknown } = await linkedText(body, locale);
        const typed = { title: '', body: text, tags: '', reason };
        const admission = await admissionOf(context, text, { locale, now, isEdit: true });
        const which = { noun: 'comment', id } as const;
        await editWriting(database(), context.locals.actor, which, typed, locale, now, admission);
        return endOf({ unlinked: unlinked(hasUnknown) }, `comment-${id}`);
      }),
    ),
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

/** Takes a picture from a form of text, which is shown again with it, or from a script. */
const addImage = defineAction({
  accept: 'form',
  handler: (form: FormData, context) =>
    apologising(context, async ({ locale, now }) => {
      const sent = form.get('file') ?? form.get('image');
      const file = sent instanceof File ? sent : undefined;
      return keepImage(database(), files, context.locals.actor, file, locale, now);
    }),
});

/** Keeps what a member is typing, for a script that tells every few seconds. */
const draft = defineAction({
  accept: 'form',
  input: forms.draftForm,
  handler: ({ place, ...typed }, context) =>
    apologising(context, ({ now }) =>
      keepTyping(database(), context.locals.actor, place, typed, now),
    ),
});

/** How a text will look, for a script that shows it beside the text. */
const preview = defineAction({
  accept: 'form',
  input: forms.previewForm,
  handler: ({ locale, body = '' }, context) =>
    apologising(context, async ({ now }) => {
      if (body.length > BODY_LENGTH.most) throw new InvalidInput({});
      const { visitor } = await senderOf(context, now);
      await useLimits(database(), [[PREVIEWS_PER_WRITER, visitor.code]]);
      return renderWriting(database(), (await linkedText(body, locale)).text);
    }),
});

const markLinkReviewed = defineAction({
  accept: 'form',
  input: forms.reviewLinkForm,
  handler: ({ answer: answerId, article: articleId, note = '' }, context) =>
    apologising(context, ({ now }) =>
      reviewLink(database(), context.locals.actor, { answerId, articleId, note }, now),
    ),
});

export const community = {
  markLinkReviewed,
  draft,
  preview,
  addImage,
  ask,
  answer,
  comment,
  accept,
  vote,
  same,
  editQuestion,
  editAnswer,
  editComment,
  remove,
  restore,
};
