import { z } from 'zod';

const name = z.string().min(1).max(200);

/** Which article a form belongs to, and the field that only programs fill in. */
const page = {
  /** The page's, which may show another locale's article. */
  locale: name,
  category: name,
  slug: name,
  revision: z.string().regex(/^[0-9a-f]{16}$/),
  answer: z.enum(['yes', 'no']),
  website: z.string().optional(),
};

/** "Did this answer your question?" */
export const voteForm = z.object({
  ...page,
  /** Milliseconds since the page was opened; sent by our script, which a plain form has not. */
  elapsed: z.coerce.number().optional(),
});

/** "What was the matter?" */
export const explainForm = z.object({
  ...page,
  ticket: z.string().optional(),
  reason: z.string().optional(),
  comment: z.string().optional(),
  section: z.string().optional(),
  /** To be told when something has come of the comment. */
  email: z.string().max(2000).optional(),
});

export type VoteForm = z.infer<typeof voteForm>;
export type ExplainForm = z.infer<typeof explainForm>;
