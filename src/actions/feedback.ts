import { ActionError, defineAction, type ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import { explain as explainVote } from '#src/features/feedback/explain.ts';
import { isReasonFor, MAX_COMMENT, tidyComment } from '#src/features/feedback/feedback.ts';
import { feedbackTarget } from '#src/features/feedback/feedback-target.ts';
import type { Ballot } from '#src/features/feedback/give-feedback.ts';
import { issueTicket, readTicket } from '#src/features/feedback/ticket.ts';
import { trapFor } from '#src/features/feedback/traps.ts';
import { setAside, vote as castVote } from '#src/features/feedback/vote.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { apologyFor, InvalidInput, NotFound } from '#src/server/errors.ts';
import { createLog } from '#src/server/log.ts';
import { senderOf } from './sender.ts';

const log = createLog(readEnv().LOG_LEVEL);

const name = z.string().min(1).max(200);

/** Which article the form belongs to, and the field that only programs fill in. */
const page = {
  locale: name,
  category: name,
  slug: name,
  revision: z.string().regex(/^[0-9a-f]{16}$/),
  answer: z.enum(['yes', 'no']),
  website: z.string().optional(),
};

const voteInput = z.object({
  ...page,
  /** Milliseconds since the page was opened; sent by our script, which a plain form has not. */
  elapsed: z.number().optional(),
});

const explainInput = z.object({
  ...page,
  ticket: z.string().optional(),
  reason: z.string().optional(),
  comment: z.string().optional(),
  section: z.string().optional(),
});

/** Our script posts to the action itself, a plain form to its page. */
const isFromScript = ({ url }: ActionAPIContext) => url.pathname.startsWith('/_actions/');

async function ballotFor(input: z.infer<z.ZodObject<typeof page>>): Promise<Ballot> {
  const target = await feedbackTarget(input.locale, input.category, input.slug);
  if (!target) throw new NotFound();
  const { locale, revision, answer } = input;
  return { article: target.article, locale, revision, answer };
}

async function apologising<Result>(locale: string, deed: () => Promise<Result>): Promise<Result> {
  try {
    return await deed();
  } catch (error) {
    const { status, sentence, unexpected } = apologyFor(error, messagesFor(locale).feedback.errors);
    if (unexpected) log.error({ err: error }, 'feedback could not be stored');
    throw new ActionError({ code: ActionError.statusToCode(status), message: sentence });
  }
}

/** A yes or a no. Answers with the ticket that the second form needs. */
const vote = defineAction({
  accept: 'form',
  input: voteInput,
  handler: (input, context) =>
    apologising(input.locale, async () => {
      const db = database();
      const now = systemClock();
      const { visitor, salts, userAgent } = await senderOf(context, now);
      const ballot = await ballotFor(input);
      const elapsed = isFromScript(context) ? (input.elapsed ?? 0) : undefined;
      const trap = trapFor({ userAgent, honeypot: input.website, elapsed });
      if (trap) await setAside(db, trap, now);
      else await castVote(db, ballot, visitor, now);
      return issueTicket(salts, visitor.code, now);
    }),
});

/** Why: a reason, a comment, a section, each of which may be missing. */
const explain = defineAction({
  accept: 'form',
  input: explainInput,
  handler: (input, context) =>
    apologising(input.locale, async () => {
      const { errors } = messagesFor(input.locale).feedback;
      const comment = tidyComment(input.comment ?? '');
      const over = (comment?.length ?? 0) - MAX_COMMENT;
      if (over > 0) throw new InvalidInput({ comment: errors.tooLong(over) });

      const db = database();
      const now = systemClock();
      const { visitor, salts, userAgent } = await senderOf(context, now);
      const ballot = await ballotFor(input);
      const ticket = readTicket(salts, input.ticket ?? '');
      if (!ticket) throw new InvalidInput({ ticket: errors.tooOld });
      const elapsed = now.getTime() - ticket.issuedAt.getTime();
      const trap = trapFor({ userAgent, honeypot: input.website, elapsed });
      if (trap) return setAside(db, trap, now);

      const { reason, section } = input;
      const words = {
        reason: reason && isReasonFor(ballot.answer, reason) ? reason : undefined,
        comment,
        section: ballot.article.sections.find(({ id }) => id === section)?.id,
      };
      await explainVote(db, { ...ballot, ...words }, visitor, ticket.visitor, now);
      return undefined;
    }),
});

export const feedback = { vote, explain };
