import { z } from 'zod';

const text = z.string().max(2000).optional();

export const surveyForm = z.object({
  /** As `writeOccasion` wrote it. */
  of: z.string().max(2000),
  csat: text,
  ces: text,
  /** Path to lead back to. */
  next: text,
});
