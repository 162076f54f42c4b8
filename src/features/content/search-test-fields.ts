import { z } from 'zod';
import { text } from './yaml-fields.ts';

/** Its path in the content folder. */
export const SEARCH_TESTS = 'search/tests.yml';

/** Below this many results nobody looks. */
const MOST_WITHIN = 10;
const rankExpected = `a whole number from 1 to ${MOST_WITHIN}`;

/** An entry of that file. */
export const searchTestFields = z.strictObject({
  query: text('what customers type, such as query: forgot password'),
  article: text('category/name of an article, such as article: account/password'),
  locale: text('a locale, such as en').optional(),
  within: z
    .int({ error: rankExpected })
    .min(1, { error: rankExpected })
    .max(MOST_WITHIN, { error: rankExpected })
    .optional(),
});
