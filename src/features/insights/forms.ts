import { z } from 'zod';
import { MOST_SUBJECTS, STATE_KINDS, STATES } from './insight-state.ts';

/** More than any text may have: what is longer is refused with a sentence, not by its form. */
const text = z.string().max(100_000).optional();

/** Without a tick no mail comes. */
export const ownerMailForm = z.object({ weekly: z.literal('yes').optional() });

export const decideForm = z.object({
  kind: z.enum(STATE_KINDS),
  /** Several where they are ways of saying one thing. */
  subject: z.array(z.string().max(1000)).min(1).max(MOST_SUBJECTS),
  state: z.enum(STATES),
  note: text,
  target: text,
  /** Tells the readers who left an address. */
  tell: z.literal('yes').optional(),
});
