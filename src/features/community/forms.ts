import { z } from 'zod';

/** More than any text may have: what is longer is refused with a sentence, not by its form. */
const text = z.string().max(100_000).optional();
const id = z.coerce.number().int().min(1).max(2_147_483_647);

/** The steps of asking: `check` shows what may already answer it, `solved` ends there. */
export const askForm = z.object({
  step: z.enum(['preview', 'change', 'check', 'solved', 'post']).default('check'),
  /** Ends there: the article's path or the question's id that was the answer. */
  solved: z.string().max(500).optional(),
  title: text,
  body: text,
  tags: text,
  category: text,
  /** `<locale>/<category>/<slug>/<revision>` */
  article: text,
  searched: text,
  /** Of a draft that was typed before signing in. */
  draft: text,
  /** Whether a script has told already what was suggested beside the form. */
  told: text,
  website: text,
});

/** What is being typed, from a script. */
export const draftForm = z.object({
  place: z.string().max(50),
  title: text,
  body: text,
  tags: text,
  category: text,
  article: text,
  searched: text,
  reason: text,
});

/** An answer whose link somebody has looked at. */
export const reviewLinkForm = z.object({ answer: id, article: id, note: text });

export const previewForm = z.object({ locale: z.string().max(35), body: text });

export const answerForm = z.object({
  question: id,
  body: text,
  /** Of a draft that was typed before signing in. */
  draft: text,
  website: text,
});

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

export const editCommentForm = z.object({ comment: id, body: text, reason: text });

export const removalForm = z.object({ noun: z.enum(['question', 'answer', 'comment']), id });

export type AskForm = z.infer<typeof askForm>;
