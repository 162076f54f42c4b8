import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { InsightState, StateKind } from './insight-state.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** What was decided about some subjects of a kind, by subject; the others are new. */
export async function listStates(
  db: Db,
  kind: StateKind,
  subjects: string[],
): Promise<Map<string, InsightState>> {
  const { rows } = await sql<InsightState & { subject: string }>`
    SELECT subject, state, note, target FROM insight_states
    WHERE kind = ${kind} AND subject = ANY (${subjects})`.execute(db);
  return new Map(rows.map(({ subject, ...state }) => [subject, state]));
}

/** Keeps what somebody decides, in the place of what was decided before. */
export async function putStates(
  trx: Transaction<Database>,
  kind: StateKind,
  subjects: string[],
  { state, note, target }: InsightState,
  byId: number,
  now: Date,
): Promise<void> {
  await sql`
    INSERT INTO insight_states (kind, subject, state, note, target, by_id, at)
    SELECT ${kind}, subject, ${state}, ${note}, ${target}, ${byId}, ${now}
    FROM unnest(${subjects}::text[]) AS given (subject)
    -- In one order, so that two who decide at once do not wait for each other.
    ORDER BY subject
    ON CONFLICT (kind, subject) DO UPDATE SET state = excluded.state, note = excluded.note,
      target = excluded.target, by_id = excluded.by_id, at = excluded.at`.execute(trx);
}

/** Subjects of a kind that there are, with the owner of the article that they are about, if any. */
export async function findSubjects(
  db: Db,
  kind: StateKind,
  subjects: string[],
): Promise<{ subject: string; owner: string | null }[]> {
  const there = {
    comment: sql`EXISTS (
      SELECT FROM article_feedback
      WHERE comment IS NOT NULL
        AND series_id = CASE WHEN subject ~ '^[0-9]{1,9}:' THEN split_part(subject, ':', 1) END::integer
        AND visitor = substring(subject FROM position(':' IN subject) + 1)
    )`,
    search: sql`EXISTS (
      SELECT FROM search_days
      WHERE locale = split_part(subject, ':', 1)
        AND query = substring(subject FROM position(':' IN subject) + 1)
    )`,
    'missing-page': sql`EXISTS (SELECT FROM missing_page_days WHERE path = subject)`,
  }[kind];
  const owner =
    kind === 'comment'
      ? sql`(
          SELECT owner FROM articles JOIN article_series ON article_series.article_id = articles.id
          WHERE article_series.id = split_part(subject, ':', 1)::integer
        )`
      : sql`NULL`;
  const { rows } = await sql<{ subject: string; owner: string | null }>`
    SELECT subject, ${owner} AS owner FROM (
      SELECT subject FROM unnest(${subjects}::text[]) AS given (subject) WHERE ${there} OFFSET 0
    ) AS found`.execute(db);
  return rows;
}
