import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';
import { duringDays, ofArticles } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import type { State } from './insight-state.ts';

/** A comment of a reader, with its article and what was decided about it. */
export interface InsightComment {
  seriesId: number;
  visitor: string;
  at: Date;
  answer: 'yes' | 'no';
  reason: string | null;
  /** Anchor of the section it is about. */
  section: string | null;
  /** Language of the page. */
  locale: string;
  comment: string;
  /** Whether it is about a text that has been replaced. */
  isEarlier: boolean;
  article: {
    id: number;
    locale: string;
    category: string;
    slug: string;
    title: string;
    owner: string | null;
  };
  state: State;
  note: string;
  /** Readers who left an address to hear what has come of it. */
  waiting: number;
}

const state = sql<State>`coalesce(insight_states.state, 'new')`;

// Joined from the comments' side, of which there are few.
const commented = (scope: Scope, articleId: number | undefined): RawBuilder<unknown> => sql`
  article_feedback
  JOIN article_series ON article_series.id = series_id
  JOIN articles ON articles.id = article_series.article_id
  LEFT JOIN insight_states ON kind = 'comment' AND subject = series_id || ':' || visitor
  WHERE comment IS NOT NULL AND ${duringDays('article_feedback.updated_at', scope)}
    AND ${ofArticles(scope)}
    ${scope.locale === undefined ? sql`` : sql`AND article_feedback.locale = ${scope.locale}`}
    ${articleId === undefined ? sql`` : sql`AND articles.id = ${articleId}`}`;

/** How many comments of a scope are in each state. */
export async function countCommentStates(
  db: Kysely<Database>,
  scope: Scope,
): Promise<Map<State, number>> {
  const { rows } = await sql<{ state: State; count: number }>`
    SELECT ${state} AS state, count(*)::integer AS count
    FROM ${commented(scope, undefined)} GROUP BY 1`.execute(db);
  return new Map(rows.map((row) => [row.state, row.count]));
}

/** How many comments of a scope's days each article has. */
export async function countComments(
  db: Kysely<Database>,
  scope: Scope,
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; count: number }>`
    SELECT articles.id, count(*)::integer AS count
    FROM ${commented(scope, undefined)} GROUP BY articles.id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export interface CommentChoice {
  state?: State | undefined;
  articleId?: number | undefined;
  most: number;
  skip?: number;
}

/** Comments of a scope, the latest first. */
export async function listInsightComments(
  db: Kysely<Database>,
  scope: Scope,
  { state: only, articleId, most, skip = 0 }: CommentChoice,
): Promise<InsightComment[]> {
  const { rows } = await sql<InsightComment>`
    SELECT series_id AS "seriesId", visitor, article_feedback.updated_at AS at, answer, reason,
      section, article_feedback.locale, comment, ended_at IS NOT NULL AS "isEarlier",
      ${state} AS state, coalesce(note, '') AS note,
      (
        SELECT count(*)::integer FROM waiting_readers
        WHERE waiting_readers.kind = 'comment'
          AND waiting_readers.subject = series_id || ':' || visitor
      ) AS waiting,
      jsonb_build_object(
        'id', articles.id, 'locale', articles.locale, 'category', articles.category,
        'slug', articles.slug, 'title', articles.title, 'owner', articles.owner
      ) AS article
    FROM ${commented(scope, articleId)}
      ${only === undefined ? sql`` : sql`AND ${state} = ${only}`}
    ORDER BY article_feedback.updated_at DESC, series_id, visitor
    LIMIT ${most} OFFSET ${skip}`.execute(db);
  return rows;
}
