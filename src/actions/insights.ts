import { defineAction } from 'astro:actions';
import { manifest } from '#src/features/articles/manifest.ts';
import { decideInsight } from '#src/features/insights/decide-insight.ts';
import * as forms from '#src/features/insights/forms.ts';
import { saveOwnerMail as saveOwnerMailChoice } from '#src/features/insights/save-owner-mail.ts';
import { database } from '#src/server/database.ts';
import { apologising } from './apologising.ts';
import { mailSite } from './mail-site.ts';

/** @returns what was decided about, for the page to lead back to it */
const decide = defineAction({
  accept: 'form',
  input: forms.decideForm,
  handler: ({ kind, subject: subjects, state, note = '', target, tell }, context) =>
    apologising(context, async ({ locale, now }) => {
      const { authors, site } = await manifest();
      const decision = { kind, subjects, state, note, target, tells: tell === 'yes' };
      const from = { authors, site: mailSite(site) };
      await decideInsight(database(), context.locals.actor, decision, from, locale, now);
      return { subject: subjects[0] };
    }),
});

/** Stops the weekly mail to an owner, or lets it come again. */
const saveOwnerMail = defineAction({
  accept: 'form',
  input: forms.ownerMailForm,
  handler: ({ weekly }, context) =>
    apologising(context, async ({ now }) => {
      const isWanted = weekly === 'yes';
      await saveOwnerMailChoice(database(), context.locals.actor, isWanted, await manifest(), now);
    }),
});

export const insights = { decide, saveOwnerMail };
