import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';
import { LEAST_VOTES } from './helpfulness.ts';

/** A time, in seconds, that a share of the cases exceeds. */
export interface Quantile {
  /** Null while the share still waiting has not come down so far. */
  seconds: number | null;
  /** Its 95 % interval; an end that is null lies beyond what has been watched. */
  low: number | null;
  high: number | null;
}

export interface Waiting {
  n: number;
  /** Of them, those that have come to their end. */
  ended: number;
  /** Null below ten cases. */
  median: Quantile | null;
  p90: Quantile | null;
}

/** Of a normal distribution, 95 % lies within so many standard deviations. */
const Z = 1.959964;

/**
 * The Kaplan-Meier estimate of a waiting time: its median and 90th percentile, with cases that are
 * still open counted for as long as they have waited. Intervals are where the 95 % band of the
 * curve, made with Greenwood's variance on the scale of logarithms, crosses the same height
 * (Brookmeyer and Crowley 1982; the default of `survfit` in R).
 * @param waits rows with `seconds` (float8) and `is_ended` (boolean)
 */
export async function kaplanMeier(
  db: Kysely<Database>,
  waits: RawBuilder<unknown>,
): Promise<Waiting> {
  const height = (share: number) => sql`
    min(seconds) FILTER (WHERE survival <= ${share} + 1e-12) AS seconds,
    min(seconds) FILTER (WHERE survival * exp(-${Z}::float8 * error) <= ${share}) AS low,
    min(seconds) FILTER (WHERE least(1, survival * exp(${Z}::float8 * error)) <= ${share}) AS high`;
  const { rows } = await sql<{
    n: number;
    ended: number;
    median: Quantile;
    p90: Quantile;
  }>`
    WITH waits AS MATERIALIZED (SELECT seconds, is_ended FROM ${waits} AS given),
    moments AS (
      SELECT seconds, count(*) FILTER (WHERE is_ended) AS ended,
        -- Still waiting just before.
        sum(count(*)) OVER (ORDER BY seconds DESC) AS waiting
      FROM waits GROUP BY seconds
    ), curve AS (
      SELECT seconds,
        -- A product as a sum of logarithms; after the last case has ended nobody waits.
        CASE WHEN bool_or(ended = waiting) OVER so_far THEN 0
          ELSE exp(sum(ln((greatest(waiting - ended, 1))::float8 / waiting)) OVER so_far)
        END AS survival,
        CASE WHEN bool_or(ended = waiting) OVER so_far THEN 0
          ELSE sqrt(sum(ended / (waiting * greatest(waiting - ended, 1))::float8) OVER so_far)
        END AS error
      FROM moments WHERE ended > 0
      WINDOW so_far AS (ORDER BY seconds)
    )
    SELECT (SELECT count(*) FROM waits)::integer AS n,
      (SELECT count(*) FILTER (WHERE is_ended) FROM waits)::integer AS ended,
      (SELECT to_jsonb(found) FROM (SELECT ${height(0.5)} FROM curve) AS found) AS median,
      (SELECT to_jsonb(found) FROM (SELECT ${height(0.1)} FROM curve) AS found) AS p90`.execute(db);
  const { n, ended, median, p90 } = rows[0]!;
  return n < LEAST_VOTES ? { n, ended, median: null, p90: null } : { n, ended, median, p90 };
}
