import { z } from 'zod';
import { STATE_DEEDS, WRITTEN } from './writing-state.ts';

/** More than any text may have: what is longer is refused with a sentence, not by its form. */
const text = z.string().max(100_000).optional();
const id = z.coerce.number().int().min(1).max(2_147_483_647);

export const changeForm = z.object({
  noun: z.enum(WRITTEN),
  id,
  deed: z.enum(STATE_DEEDS),
  reason: text,
});

export const moveForm = z.object({ question: id, category: text, reason: text });

export const repeatForm = z.object({
  question: id,
  /** The address or the number of the question that it repeats, or words of its title. */
  canonical: text,
  how: z.enum(['duplicate', 'merge']),
  reason: text,
});

/** `from` is where the button stands, and where the moderator comes back to. */
export const undoForm = z.object({ event: id, from: z.enum(['question', 'log']) });
