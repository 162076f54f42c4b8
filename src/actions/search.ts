import { defineAction } from 'astro:actions';
import { waitForm } from '#src/features/search/forms.ts';
import { waitForAnswer } from '#src/features/search/wait-for-answer.ts';
import { database } from '#src/server/database.ts';
import { apologising } from './apologising.ts';
import { isTrapped } from './is-trapped.ts';
import { senderOf } from './sender-of.ts';

/** Keeps an address for one mail when there is an answer; nobody has to be signed in. */
const tellMe = defineAction({
  accept: 'form',
  input: waitForm,
  handler: ({ query = '', email = '', website }, context) =>
    apologising(context, async ({ locale, now }) => {
      if (await isTrapped(context, website, now)) return true;
      const sender = await senderOf(context, now);
      await waitForAnswer(database(), { query, email }, locale, sender, now);
      return true;
    }),
});

export const search = { tellMe };
