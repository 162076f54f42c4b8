import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Verdict } from '#src/features/measures/edit-verdict.ts';

/** Notes that a verdict is told. @returns false when the same was told before */
export async function noteVerdict(
  trx: Transaction<Database>,
  series: number,
  verdict: Verdict,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO told_verdicts (series_id, verdict, told_at) VALUES (${series}, ${verdict}, ${now})
    ON CONFLICT (series_id) DO UPDATE SET verdict = excluded.verdict, told_at = excluded.told_at
    WHERE told_verdicts.verdict <> excluded.verdict`.execute(trx);
  return numAffectedRows === 1n;
}

export interface ToldVerdict {
  articleId: number;
  verdict: Verdict;
}

/** The verdicts on texts of an owner's articles that were told since a moment. */
export async function listToldVerdicts(
  db: Kysely<Database>,
  owner: string,
  since: Date,
): Promise<ToldVerdict[]> {
  const { rows } = await sql<ToldVerdict>`
    SELECT article_id AS "articleId", verdict
    FROM told_verdicts
    JOIN article_series ON article_series.id = series_id AND ended_at IS NULL
    JOIN articles ON articles.id = article_id
    WHERE owner = ${owner} AND told_at > ${since}
    ORDER BY told_at DESC, series_id`.execute(db);
  return rows;
}
