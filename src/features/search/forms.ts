import { z } from 'zod';

const text = z.string().max(2000).optional();

export const waitForm = z.object({
  query: text,
  email: text,
  /** Only programs fill it in. */
  website: text,
});
