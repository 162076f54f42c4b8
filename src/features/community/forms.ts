import { z } from 'zod';

/** More than any text may have: what is longer is refused with a sentence, not by its form. */
const text = z.string().max(100_000).optional();
const id = z.coerce.number().int().min(1).max(2_147_483_647);

/** The steps of asking: `check` shows what may already answer it, `solved` ends there. */
export const askForm = z.object({
  step: z.enum(['preview', 'change', 'check', 'solved', 'post']),
  title: text,
  body: text,
  tags: text,
  category: text,
  /** `<locale>/<category>/<slug>` */
  article: text,
  website: text,
});

export const answerForm = z.object({ question: id, body: text, website: text });

export const commentForm = z.object({
  question: id,
  answer: id.optional(),
  body: text,
  website: text,
});

export const acceptForm = z.object({ answer: id, accepted: z.enum(['yes', 'no']) });

export const voteForm = z.object({
  noun: z.enum(['question', 'answer']),
  id,
  vote: z.enum(['1', '-1', '0']),
});

export const sameForm = z.object({ question: id, same: z.enum(['yes', 'no']) });

export const editQuestionForm = z.object({
  question: id,
  title: text,
  body: text,
  tags: text,
  reason: text,
});

export const editAnswerForm = z.object({ answer: id, body: text, reason: text });

export const removalForm = z.object({ noun: z.enum(['question', 'answer', 'comment']), id });

export type AskForm = z.infer<typeof askForm>;
