import { defineAction } from 'astro:actions';
import { answerSurvey } from '#src/features/surveys/answer-survey.ts';
import { surveyForm } from '#src/features/surveys/forms.ts';
import { readOccasion } from '#src/features/surveys/occasion.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { asksNotToBeCounted } from '#src/server/visitor.ts';
import { apologising } from './apologising.ts';
import { senderOf } from './sender-of.ts';

const env = readEnv();

/** Takes what somebody says of how it was; nobody has to be signed in. */
const answer = defineAction({
  accept: 'form',
  input: surveyForm,
  handler: ({ of, ...typed }, context) =>
    apologising(context, async ({ locale, now }) => {
      const { visitor } = await senderOf(context, now);
      const isPrivate = asksNotToBeCounted(context.request.headers);
      const by = { visitor, isPrivate, locale };
      await answerSurvey(database(), readOccasion(env, of), typed, by, now);
      return true;
    }),
});

export const surveys = { answer };
