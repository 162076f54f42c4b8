import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/** Adds up what the other roll-ups have counted of a day, by the language of the page. */
export async function rollUpSums(trx: Transaction<Database>, day: string): Promise<void> {
  await sql`
    INSERT INTO site_days (day, locale, views, reads, failed, dated_reads, fresh_reads)
    SELECT day, locale, sum(views), sum(reads), sum(escalated), sum(dated_reads), sum(fresh_reads)
    FROM article_days WHERE day = ${day}::date GROUP BY day, locale`.execute(trx);
  await sql`
    INSERT INTO site_days (day, locale, searches, missed, nothing, partial)
    SELECT day, locale, sum(visits), sum(missed), sum(nothing), sum(partial)
    FROM search_days WHERE day = ${day}::date GROUP BY day, locale`.execute(trx);
}
