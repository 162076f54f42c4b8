import type { ColumnType, GeneratedAlways } from 'kysely';

/** A moment; written once by the use case that knows the time. */
type Timestamp = ColumnType<Date, Date, Date>;

/** Every article that readers could or can vote on; one row a locale and address. */
export interface ArticlesTable {
  id: GeneratedAlways<number>;
  locale: string;
  category: string;
  slug: string;
  title: string;
  /** Path in the content folder. */
  file: string;
  /** A handle in authors.yml. */
  owner: string | null;
  /** The revision that the content folder holds now. */
  revision_id: ColumnType<number | null, number | null | undefined, number | null>;
  first_seen_at: ColumnType<Date, Date, never>;
  /** When the file left the content folder; its history stays. */
  removed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** Revisions of one article so alike that their feedback is counted together. */
export interface ArticleSeriesTable {
  id: GeneratedAlways<number>;
  article_id: number;
  started_at: ColumnType<Date, Date, never>;
  /** When an edit put another series in its place; null while it is the present one. */
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface ArticleRevisionsTable {
  id: GeneratedAlways<number>;
  article_id: number;
  series_id: number;
  /** First 16 hex digits of the SHA-256 of the normalised body. */
  hash: string;
  /** Words of the body joined by spaces; null when a vote came before anybody brought the text. */
  words: ColumnType<string | null, string | null | undefined, string | null>;
  first_seen_at: ColumnType<Date, Date, never>;
}

/** One visitor's yes or no to one series; a later answer takes the place of the earlier one. */
export interface ArticleFeedbackTable {
  series_id: number;
  /** The revision that was on the screen. */
  revision_id: number;
  /** Keyed hash; leads back to nobody once its day's salt is destroyed. */
  visitor: string;
  /** Language of the page, which may show another locale's article. */
  locale: string;
  answer: 'yes' | 'no';
  reason: string | null;
  comment: string | null;
  /** Anchor of the section it is about. */
  section: string | null;
  created_at: ColumnType<Date, Date, never>;
  updated_at: Timestamp;
}

/** Submissions that a bot trap caught, counted apart and never in a rate. */
export interface TrappedFeedbackTable {
  /** UTC, yyyy-mm-dd */
  day: ColumnType<Date, string, never>;
  trap: string;
  count: number;
}

/** Keys of the visitors' hashes, one a day; only the newest two exist. */
export interface VisitorSaltsTable {
  /** UTC, yyyy-mm-dd */
  day: ColumnType<Date, string, never>;
  salt: Buffer;
}

/** Addresses that were asked for and do not exist. */
export interface MissingPagesTable {
  path: string;
  /** Host only, never the page; empty when the browser sent none. */
  referrer: string;
  count: number;
  first_seen_at: ColumnType<Date, Date, never>;
  last_seen_at: Timestamp;
}

/** Points used up by a hashed visitor or address; laid out as rate-limiter-flexible expects it. */
export interface RateLimitsTable {
  key: string;
  points: number;
  /** Milliseconds since 1970; a bigint, which pg hands over as text. */
  expire: ColumnType<string | null, number | null, number | null>;
}

/** Seeds that were sown, so that none is sown twice. */
export interface SeedsTable {
  name: string;
  sown_at: ColumnType<Date, Date, never>;
}

/** Every table, by its name in PostgreSQL. */
export interface Database {
  articles: ArticlesTable;
  article_series: ArticleSeriesTable;
  article_revisions: ArticleRevisionsTable;
  article_feedback: ArticleFeedbackTable;
  trapped_feedback: TrappedFeedbackTable;
  visitor_salts: VisitorSaltsTable;
  missing_pages: MissingPagesTable;
  rate_limits: RateLimitsTable;
  seeds: SeedsTable;
}
