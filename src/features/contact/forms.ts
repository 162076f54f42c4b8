import { z } from 'zod';

/** More than any text may have: what is longer is refused with a sentence, not by its form. */
const text = z.string().max(100_000).optional();

/** The steps of a request: `check` shows what may already answer it, `solved` ends there. */
export const contactForm = z.object({
  step: z.enum(['change', 'check', 'post']).default('check'),
  /** Ends there: the article's path or the question's id that was the answer. */
  solved: z.string().max(500).optional(),
  name: text,
  email: text,
  subject: text,
  message: text,
  area: text,
  /** Paths of articles. */
  article: z.array(z.string().max(500)).max(20),
  searched: text,
  picture: z.array(z.instanceof(File)).max(10),
  /** Names of pictures that were sent before. */
  kept: z.array(z.string().max(100)).max(10),
  /** Whether a script has told already what was suggested beside the form. */
  told: text,
  website: text,
});

export const stateForm = z.object({
  reference: z.string().max(20),
  state: z.enum(['open', 'answered', 'closed']),
});

export const deliveryForm = z.object({
  delivery: z.coerce.number().int().min(1).max(2_147_483_647),
});
