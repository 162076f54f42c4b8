import { z } from 'zod';
import { FLAG_REASONS } from './flag.ts';
import { DECISIONS } from './review-item.ts';
import { SANCTION_DAYS, SANCTION_KINDS, type SanctionDays } from './sanction.ts';
import { WRITTEN } from './writing-state.ts';

/** More than any text may have: what is longer is refused with a sentence, not by its form. */
const text = z.string().max(100_000).optional();
const id = z.coerce.number().int().min(1).max(2_147_483_647);

export const flagForm = z.object({
  noun: z.enum(WRITTEN),
  id,
  /** Absent when none was chosen. */
  reason: z.enum(FLAG_REASONS).optional(),
  note: text,
});

export const decideForm = z.object({
  item: id,
  decision: z.enum(DECISIONS),
  /** When the text had been edited last, in milliseconds since 1970; 0 for never. */
  // As text, since what is missing would be taken for 0.
  seen: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  reason: text,
  /** The name of a canned reply, to post as a comment. */
  reply: text,
});

export const sanctionForm = z.object({
  member: id,
  kind: z.enum(SANCTION_KINDS),
  // As text, since what is missing would be taken for 0, which is for good.
  days: z.enum(SANCTION_DAYS.map(String)).transform((days) => Number(days) as SanctionDays),
  reason: text,
});

export const liftForm = z.object({ sanction: id });

export const removeAllForm = z.object({ member: id, reason: text });

export const replyForm = z.object({ reply: z.string().max(1000), body: text });
