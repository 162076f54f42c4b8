import { z } from 'zod';
import { PACES } from './mail-choice.ts';

const id = z.coerce.number().int().min(1).max(2_147_483_647);
const text = z.string().max(2000);
const pace = z.enum(PACES);

export const followForm = z.object({
  kind: z.enum(['question', 'category', 'tag']),
  /** Of a question, its id. */
  name: text,
  follow: z.enum(['yes', 'no']),
  next: text.optional(),
});

export const openForm = z.object({ notification: id });

/** Without a question all are read. */
export const readForm = z.object({ question: id.optional() });

export const mailForm = z.object({
  own: pace,
  mention: pace,
  acceptance: pace,
  followed: pace,
  shelf: pace,
  moderation: pace,
  followsOwn: z.literal('yes').optional(),
});

export const stopForm = z.object({ of: text });

export const resendForm = z.object({ mail: id });
