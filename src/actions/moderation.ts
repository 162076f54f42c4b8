import { defineAction } from 'astro:actions';
import { manifest } from '#src/features/articles/manifest.ts';
import { permit } from '#src/features/community/permitted.ts';
import type { SimilarQuestion } from '#src/features/community/questions.store.ts';
import { changeWriting, type Done } from '#src/features/moderation/change-writing.ts';
import { findCanonical } from '#src/features/moderation/find-canonical.ts';
import * as forms from '#src/features/moderation/forms.ts';
import { markDuplicate } from '#src/features/moderation/mark-duplicate.ts';
import { mergeQuestion } from '#src/features/moderation/merge-question.ts';
import { mayModerate } from '#src/features/moderation/moderation-event.ts';
import { moveQuestion } from '#src/features/moderation/move-question.ts';
import { undoEvent } from '#src/features/moderation/undo-event.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { database } from '#src/server/database.ts';
import { apologising } from './apologising.ts';

/** Locks, pins, hides, deletes, or the opposite. */
const change = defineAction({
  accept: 'form',
  input: forms.changeForm,
  handler: ({ reason = '', ...deed }, context) =>
    apologising(context, ({ locale, now }) =>
      changeWriting(database(), context.locals.actor, deed, reason, locale, now),
    ),
});

const move = defineAction({
  accept: 'form',
  input: forms.moveForm,
  handler: ({ question: id, category = '', reason = '' }, context) =>
    apologising(context, async ({ locale, now }) => {
      const { categories } = await manifest();
      const place = { id, category, categories };
      return moveQuestion(database(), context.locals.actor, place, reason, locale, now);
    }),
});

/** What became of a question that may repeat another: done, or the others to choose from. */
export type Repeated = Done | { candidates: SimilarQuestion[] };

const repeat = defineAction({
  accept: 'form',
  input: forms.repeatForm,
  handler: ({ question: questionId, canonical = '', how, reason = '' }, context) =>
    apologising(context, async ({ locale, now }): Promise<Repeated> => {
      const { actor } = context.locals;
      permit(actor, mayModerate(actor));
      const found = await findCanonical(database(), canonical, questionId, locale);
      if (typeof found !== 'number') return { candidates: found };
      const deed = { duplicate: markDuplicate, merge: mergeQuestion }[how];
      const repetition = { questionId, canonicalId: found };
      return deed(database(), actor, repetition, reason, locale, now);
    }),
});

/** Answers with the id of the question that it is about, for buttons that stand there. */
const undo = defineAction({
  accept: 'form',
  input: forms.undoForm,
  handler: ({ event, from }, context) =>
    apologising(
      context,
      async ({ now }) => {
        const questionId = await undoEvent(database(), context.locals.actor, event, now);
        return { questionId: from === 'question' ? questionId : null };
      },
      (locale) => messagesFor(locale).moderation.errors.movedOn,
    ),
});

export const moderation = { change, move, repeat, undo };
