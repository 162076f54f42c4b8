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

/** The curve of those still waiting, as `curve`, over the rows that it is made of, as `waits`. */
const curveOf = (waits: RawBuilder<unknown>) => sql`
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
  )`;

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
    ${curveOf(waits)}
    SELECT (SELECT count(*) FROM waits)::integer AS n,
      (SELECT count(*) FILTER (WHERE is_ended) FROM waits)::integer AS ended,
      (SELECT to_jsonb(found) FROM (SELECT ${height(0.5)} FROM curve) AS found) AS median,
      (SELECT to_jsonb(found) FROM (SELECT ${height(0.1)} FROM curve) AS found) AS p90`.execute(db);
  const { n, ended, median, p90 } = rows[0]!;
  return n < LEAST_VOTES ? { n, ended, median: null, p90: null } : { n, ended, median, p90 };
}

/** How large a share was still waiting after so many seconds, and on until the next point. */
export interface WaitingPoint {
  seconds: number;
  share: number;
}

/** A picture shows no more steps than this. */
const POINTS = 200;

/**
 * The Kaplan-Meier curve itself, from the start, when all wait, to the last case that was watched.
 * A long one is thinned evenly.
 * @param waits as for `kaplanMeier`
 */
export async function waitingCurve(
  db: Kysely<Database>,
  waits: RawBuilder<unknown>,
): Promise<WaitingPoint[]> {
  const { rows } = await sql<WaitingPoint>`
    ${curveOf(waits)}, placed AS (
      SELECT seconds, survival, row_number() OVER (ORDER BY seconds) AS place,
        count(*) OVER () AS points
      FROM curve
    ), thinned AS (
      SELECT seconds, survival AS share FROM placed
      -- The start and the end of what was watched take two more.
      WHERE place % ceil(points / ${POINTS - 3}::float8)::integer = 0 OR place = points
    )
    SELECT 0::float8 AS seconds, 1::float8 AS share
    UNION ALL SELECT seconds, share FROM thinned
    UNION ALL
    SELECT max(seconds), coalesce((SELECT min(share) FROM thinned), 1) FROM waits
    HAVING max(seconds) > coalesce((SELECT max(seconds) FROM thinned), 0)
    ORDER BY seconds, share DESC`.execute(db);
  return rows;
}
