import { z } from 'zod';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import { daysOf, PERIODS, type Period } from '#src/features/measures/scope.ts';
import { InvalidInput } from '#src/server/errors.ts';
import type { TableScope } from './insight-table.ts';

/** Rows of one answer. */
export const MOST_ROWS = 1000;

const LIMIT = `limit: expected a whole number from 1 to ${MOST_ROWS}`;

/** What limits the reports of the API. */
export const scopeQuery = z.strictObject({
  period: z
    .enum(Object.keys(PERIODS) as Period[], {
      error: `period: expected one of ${Object.keys(PERIODS).join(', ')}`,
    })
    .default('month')
    .describe('The last 7, 28, 91 or 364 days'),
  locale: z.string().min(1).optional().describe('A language of the site'),
  owner: z.string().min(1).optional().describe('A handle in authors.yml'),
  category: z.string().min(1).optional().describe('A folder of articles'),
});

/** The same for lists, which come in pieces. */
export const listQuery = scopeQuery.extend({
  limit: z
    .string()
    .regex(/^\d{1,4}$/, LIMIT)
    .transform(Number)
    .pipe(z.int().min(1, LIMIT).max(MOST_ROWS, LIMIT))
    .default(100)
    .describe('Rows of one answer'),
  cursor: z.string().optional().describe('The `next` of the answer before'),
});

/** The same for tables, of which some are about one article. */
export const tableQuery = listQuery.extend({
  article: z
    .string()
    .regex(/^[^/]+\/[^/]+\/[^/]+$/, 'article: expected locale/category/slug')
    .optional()
    .describe('Of tables about one article: locale/category/slug'),
});

/** @throws InvalidInput with a sentence on the first parameter that is wrong */
export function readQuery<Query extends z.ZodObject>(
  schema: Query,
  parameters: URLSearchParams,
): z.infer<Query> {
  const { data, error } = schema.safeParse(Object.fromEntries(parameters));
  if (data) return data;
  const [issue] = error!.issues;
  if (issue?.code === 'unrecognized_keys') {
    const known = Object.keys(schema.shape).join(', ');
    throw new InvalidInput({
      query: `There is no parameter ${issue.keys[0]}; known are ${known}.`,
    });
  }
  throw new InvalidInput({ query: `${issue?.message}.` });
}

/** @throws InvalidInput when the site has no such language */
export function scopeOfQuery(
  { period, locale, owner, category }: z.infer<typeof scopeQuery>,
  { locales }: Pick<SiteFacts, 'locales'>,
  now: Date,
): TableScope {
  if (locale !== undefined && !locales.includes(locale)) {
    throw new InvalidInput({ locale: `locale: expected one of ${locales.join(', ')}.` });
  }
  return { period, ...daysOf(period, now), locale, owner, category };
}
