import { sql } from 'kysely';

/**
 * Content freshness: of the reads of articles that had a review date, those on or before it.
 *
 *     freshness = reads within reviewBy / reads of articles with a reviewBy
 *
 * It weighs an article by its readers: one that is overdue and read by many weighs more than ten
 * that nobody opens. The date is the one that stood in the article when the day was counted.
 * Over rows of `article_days`.
 */
export const freshReads = sql<number>`coalesce(sum(article_days.fresh_reads), 0)::integer`;

/** Reads of articles that had a review date. */
export const datedReads = sql<number>`coalesce(sum(article_days.dated_reads), 0)::integer`;
