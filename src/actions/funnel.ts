import type { ActionAPIContext } from 'astro:actions';
import { addressParts } from '#src/features/articles/address.ts';
import { articleFacts, manifest } from '#src/features/articles/manifest.ts';
import { admitVisitor } from '#src/features/events/admit-visitor.ts';
import type { Form, FormKind } from '#src/features/events/event.ts';
import { recordEvents } from '#src/features/events/record-events.ts';
import { witnessed } from '#src/features/events/witnessed.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { TooMany } from '#src/server/errors.ts';
import { createLog } from '#src/server/log.ts';
import { senderOf } from './sender-of.ts';
import type { Suggestions } from './suggestions-for.ts';

const log = createLog(readEnv().LOG_LEVEL);

/** A step of a form: of what was suggested, by the path of the article or the question's id. */
export interface FunnelStep {
  kind: FormKind;
  article?: string | undefined;
  questionId?: number | undefined;
  rank?: number;
  /** The contact request that was posted. */
  request?: number;
}

/** What the visitor sees beside or after the form. */
export const shownSteps = ({ articles, questions }: Suggestions): FunnelStep[] => [
  { kind: 'form-started' },
  ...articles.map(({ url }, at) => ({
    kind: 'suggestion-shown' as const,
    article: url,
    rank: at + 1,
  })),
  ...questions.map(({ id }, at) => ({
    kind: 'suggestion-shown' as const,
    questionId: id,
    rank: articles.length + at + 1,
  })),
];

/** What a button of a suggestion says of it: an article's path or a question's id. */
export function suggestionOf(value: string): Pick<FunnelStep, 'article' | 'questionId'> {
  const id = /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
  return id === undefined ? { article: value || undefined } : { questionId: id };
}

/** Records steps of a form. What cannot be counted must not stop anybody: it is logged. */
export async function recordSteps(
  context: ActionAPIContext,
  locale: string,
  steps: FunnelStep[],
  now: Date,
  form: Form = 'ask',
): Promise<void> {
  try {
    const { site } = await manifest();
    const sender = await senderOf(context, now);
    const by = witnessed(sender, context.request.headers);
    if (!by) return;
    // What is sent has limits of its own; everything else anybody can say again and again.
    const isSent = steps.every(({ kind }) => kind === 'form-posted');
    if (!isSent) await admitVisitor(database(), by, sender.visitor, now);
    const happenings = await Promise.all(
      steps.map(async ({ kind, article: path, questionId, rank, request }) => {
        const parts = path === undefined ? undefined : addressParts(site, path);
        const article = parts && (await articleFacts(...parts));
        return { kind, locale, article, questionId, details: { form, rank, request } };
      }),
    );
    await recordEvents(database(), happenings, by, now);
  } catch (error) {
    if (!(error instanceof TooMany)) log.error({ err: error }, 'a step of a form was not recorded');
  }
}
