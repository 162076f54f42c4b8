import { sql } from 'kysely';

/**
 * Views: visits in which an article was on the screen, however often it was opened in one.
 *
 * The browser tells of a view when its page goes out of sight; without JavaScript, or when the
 * visitor asks not to be counted, there is none. Programs are left out. Over rows of
 * `article_days`.
 */
export const views = sql<number>`coalesce(sum(article_days.views), 0)::integer`;
