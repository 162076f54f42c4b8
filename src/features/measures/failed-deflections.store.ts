import { sql } from 'kysely';

/**
 * Failed deflections of an article: of the visits that read it, those whose visitor asked a
 * question or wrote to the team within 24 hours after the reading.
 *
 *     failed deflection = escalated reads / reads
 *
 * An escalation counts against every article that was read before it, and once for each visit.
 * Over rows of `article_days`; `article_escalations` names the escalations.
 */
export const escalated = sql<number>`coalesce(sum(article_days.escalated), 0)::integer`;
