import { sql } from 'kysely';

/**
 * Reads: visits in which an article was visible for at least 10 seconds without a break, or in
 * which the visitor gave feedback on it. Over rows of `article_days`.
 */
export const reads = sql<number>`coalesce(sum(article_days.reads), 0)::integer`;
