import { defineAction } from 'astro:actions';
import { manifest } from '#src/features/articles/manifest.ts';
import { decideInsight } from '#src/features/insights/decide-insight.ts';
import * as forms from '#src/features/insights/forms.ts';
import { database } from '#src/server/database.ts';
import { apologising } from './apologising.ts';

/** @returns what was decided about, for the page to lead back to it */
const decide = defineAction({
  accept: 'form',
  input: forms.decideForm,
  handler: ({ kind, subject: subjects, state, note = '', target }, context) =>
    apologising(context, async ({ locale, now }) => {
      const { authors } = await manifest();
      const decision = { kind, subjects, state, note, target };
      await decideInsight(database(), context.locals.actor, decision, authors, locale, now);
      return { subject: subjects[0] };
    }),
});

export const insights = { decide };
