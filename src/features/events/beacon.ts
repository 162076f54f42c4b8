import { z } from 'zod';
import { FORMS } from './event.ts';

/** Longer ones are not ours. */
export const LONGEST_BEACON = 8_000;

/** What only the server can know is not taken from a browser. */
const KINDS = ['form-started', 'suggestion-shown', 'suggestion-opened', 'form-abandoned'] as const;

/** What a browser tells when a page is hidden. */
export const beacon = z.object({
  locale: z.string().min(1).max(35),
  events: z
    .array(
      z.object({
        kind: z.enum(KINDS),
        form: z.enum(FORMS),
        /** Path of an article. */
        article: z.string().max(500).optional(),
        question: z.int().min(1).max(2_147_483_647).optional(),
        rank: z.int().min(1).max(20).optional(),
      }),
    )
    .min(1)
    .max(40),
});
