import { randomUUID } from 'node:crypto';
import type { ActionAPIContext } from 'astro:actions';
import { writeOccasion } from '#src/features/surveys/occasion.ts';
import { readEnv } from '#src/server/env.ts';
import { asksNotToBeCounted } from '#src/server/visitor.ts';
import { suggestionOf } from './funnel.ts';
import { senderOf } from './sender-of.ts';

const env = readEnv();

/**
 * The occasion to ask how easy it was, when a suggestion was the solution. One visitor has one a
 * day for each solution, however often they press its button.
 * @param value what the button says: an article's path or a question's id
 */
export async function solvedOccasion(
  context: ActionAPIContext,
  value: string,
  now: Date,
): Promise<string> {
  const { visitor } = await senderOf(context, now);
  const isPrivate = asksNotToBeCounted(context.request.headers);
  return writeOccasion(env, {
    moment: 'solved',
    solution: isPrivate ? randomUUID() : `${visitor.code}-${value}`,
    questionId: suggestionOf(value).questionId,
  });
}
