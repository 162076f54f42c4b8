import { defineAction } from 'astro:actions';
import { manifest } from '#src/features/articles/manifest.ts';
import { permit } from '#src/features/community/permitted.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { cannedAnswer } from '#src/features/moderation/canned-answer.ts';
import { repliesFor } from '#src/features/moderation/canned-replies.ts';
import { decideItem } from '#src/features/moderation/decide-item.ts';
import { flagWriting } from '#src/features/moderation/flag-writing.ts';
import { liftSanction } from '#src/features/moderation/lift-sanction.ts';
import { mayModerate } from '#src/features/moderation/moderation-event.ts';
import { readReviewItem } from '#src/features/moderation/read-review-item.ts';
import { removeAll as removeAllOf } from '#src/features/moderation/remove-all.ts';
import * as forms from '#src/features/moderation/review-forms.ts';
import { sanctionMember } from '#src/features/moderation/sanction-member.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { database } from '#src/server/database.ts';
import { InvalidInput, NotAllowed, NotFound } from '#src/server/errors.ts';
import { apologising } from './apologising.ts';

const flag = defineAction({
  accept: 'form',
  input: forms.flagForm,
  handler: ({ noun, id, reason, note = '' }, context) =>
    apologising(context, async ({ locale, now }) => {
      const { errors } = messagesFor(locale).review;
      if (!reason) throw new InvalidInput({ reason: errors.chooseReason });
      const { actor } = context.locals;
      await flagWriting(database(), actor, { noun, id }, { reason, note }, now);
    }),
});

/** A canned reply of a page's language by its name. */
async function cannedReply(name: string, locale: string) {
  const { site, community } = await manifest();
  const replies = repliesFor(community.replies, locale, site.defaultLocale);
  const found = replies.find((one) => one.name === name);
  if (!found) throw new InvalidInput({});
  return found;
}

const decide = defineAction({
  accept: 'form',
  input: forms.decideForm,
  handler: ({ item: id, decision, seen: at, reason = '', reply = '' }, context) =>
    apologising(
      context,
      async ({ locale, now }) => {
        const { actor } = context.locals;
        const review = await readReviewItem(database(), actor, id, now);
        if (!review || !actor) throw new NotFound();
        const canned = reply ? await cannedReply(reply, locale) : undefined;
        const seen = at === 0 ? null : new Date(at);
        await decideItem(database(), actor, id, { decision, reason, seen }, locale, now);
        if (!canned || decision !== 'keep') return;

        const { item, text } = review;
        const { site } = await manifest();
        const comment = cannedAnswer(canned.text, site, locale, {
          name: text.author.name,
          moderator: actor.name,
          question: text.question.title,
        });
        const answerId = item.noun === 'answer' ? item.writingId : undefined;
        const target = { questionId: text.question.id, answerId };
        // A question that takes no comments is decided all the same.
        await writeComment(database(), actor, target, comment, locale, now).catch((error) => {
          if (!(error instanceof NotAllowed)) throw error;
        });
      },
      (locale) => messagesFor(locale).review.errors.taken,
    ),
});

const sanction = defineAction({
  accept: 'form',
  input: forms.sanctionForm,
  handler: ({ member, kind, days, reason = '' }, context) =>
    apologising(context, ({ locale, now }) =>
      sanctionMember(database(), context.locals.actor, member, { kind, days, reason }, locale, now),
    ),
});

const lift = defineAction({
  accept: 'form',
  input: forms.liftForm,
  handler: ({ sanction: id }, context) =>
    apologising(
      context,
      ({ now }) => liftSanction(database(), context.locals.actor, id, now),
      (locale) => messagesFor(locale).review.errors.over,
    ),
});

const removeAll = defineAction({
  accept: 'form',
  input: forms.removeAllForm,
  handler: ({ member, reason = '' }, context) =>
    apologising(context, ({ locale, now }) =>
      removeAllOf(database(), context.locals.actor, member, reason, locale, now),
    ),
});

/** Puts a canned reply at the end of what is typed, for a form that is shown again with it. */
const insertReply = defineAction({
  accept: 'form',
  input: forms.replyForm,
  handler: ({ reply, body = '' }, context) =>
    apologising(context, async ({ locale }) => {
      const { actor } = context.locals;
      permit(actor, mayModerate(actor));
      const { text } = await cannedReply(reply, locale);
      return [body.trimEnd(), text].filter(Boolean).join('\n\n');
    }),
});

export const review = { flag, decide, sanction, lift, removeAll, insertReply };
