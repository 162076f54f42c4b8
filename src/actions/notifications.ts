import { defineAction } from 'astro:actions';
import { ownPath } from '#src/features/accounts/own-path.ts';
import { localePath } from '#src/features/articles/address.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { followQuestion } from '#src/features/community/follow-question.ts';
import { followShelf } from '#src/features/community/follow-shelf.ts';
import { permit } from '#src/features/community/permitted.ts';
import { readId } from '#src/features/community/question-address.ts';
import { isTag } from '#src/features/community/question.ts';
import { unfollowQuestion } from '#src/features/community/unfollow-question.ts';
import * as forms from '#src/features/notifications/forms.ts';
import { markNotificationsRead } from '#src/features/notifications/mark-notifications-read.ts';
import { openNotification } from '#src/features/notifications/open-notification.ts';
import { unreadNotifications } from '#src/features/notifications/read-notifications.ts';
import { saveMailSettings } from '#src/features/notifications/save-mail-settings.ts';
import { sendAgain } from '#src/features/notifications/send-again.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { NotFound } from '#src/server/errors.ts';
import { apologising } from './apologising.ts';
import { stopByLink } from './stop-by-link.ts';

const env = readEnv();

/** Follows a question, a category or a tag, or no longer. @returns where to go on */
const follow = defineAction({
  accept: 'form',
  input: forms.followForm,
  handler: ({ kind, name, follow: wish, next }, context) =>
    apologising(context, async ({ locale, now }) => {
      const db = database();
      const { actor } = context.locals;
      const { site, categories } = await manifest();
      const follows = wish === 'yes';
      if (kind === 'question') {
        const id = readId(name);
        if (!id) throw new NotFound();
        if (follows) await followQuestion(db, actor, id, now);
        else {
          permit(actor, true);
          await unfollowQuestion(db, actor.id, id);
        }
      } else {
        const isKnown =
          kind === 'tag' ? isTag(name) : categories.some((category) => category.name === name);
        // A category that has gone can still be left.
        if (follows && !isKnown) throw new NotFound();
        await followShelf(db, actor, { kind, name }, follows, now);
      }
      return ownPath(next) ?? localePath(site, locale, '/account/following');
    }),
});

/** Marks a notification as read. @returns where it leads */
const open = defineAction({
  accept: 'form',
  input: forms.openForm,
  handler: ({ notification }, context) =>
    apologising(context, async ({ locale, now }) => {
      const path = await openNotification(database(), context.locals.actor, notification, now);
      return localePath((await manifest()).site, locale, path);
    }),
});

/** @returns how many are left unread */
const markRead = defineAction({
  accept: 'form',
  input: forms.readForm,
  handler: ({ question }, context) =>
    apologising(context, async ({ now }) => {
      const { actor } = context.locals;
      await markNotificationsRead(database(), actor, question, now);
      return actor ? unreadNotifications(database(), actor) : 0;
    }),
});

const saveMail = defineAction({
  accept: 'form',
  input: forms.mailForm,
  handler: ({ followsOwn, ...choices }, context) =>
    apologising(context, async ({ now }) => {
      const settings = { choices, followsOwn: followsOwn === 'yes' };
      await saveMailSettings(database(), context.locals.actor, settings, now);
    }),
});

/** Stops what a link in a mail is for; nobody has to be signed in. */
const stop = defineAction({
  accept: 'form',
  input: forms.stopForm,
  handler: ({ of }, context) =>
    apologising(context, ({ now }) => stopByLink(database(), env, of, now)),
});

/** @returns whether the mail is queued; it is not while it is being sent */
const resend = defineAction({
  accept: 'form',
  input: forms.resendForm,
  handler: ({ mail }, context) =>
    apologising(context, ({ now }) => sendAgain(database(), context.locals.actor, mail, now)),
});

export const notifications = { follow, open, markRead, saveMail, stop, resend };
