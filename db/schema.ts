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

/** A person with an account; of one who left, only what others need stays. */
export interface MembersTable {
  id: GeneratedAlways<number>;
  /** Unique whatever its capitals. */
  handle: string;
  name: string;
  /** Null when the account is deleted. */
  email: string | null;
  email_verified_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** Null for members who sign in by other ways only. */
  password_hash: ColumnType<string | null, string | null | undefined, string | null>;
  role: ColumnType<Role, Role | undefined, Role>;
  about: ColumnType<string, string | undefined, string>;
  /** Language of the mails to them. */
  locale: string;
  created_at: ColumnType<Date, Date, never>;
  deleted_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  /** Until then they may not write; the end of the year 9999 is for good. */
  silenced_until: LaterTimestamp;
  /** Until then they may do nothing but read and leave. */
  suspended_until: LaterTimestamp;
}

type Role = 'member' | 'author' | 'moderator' | 'admin';

export interface SessionsTable {
  /** SHA-256 of the token that only the browser has, in hex. */
  token_hash: string;
  member_id: number;
  user_agent: string;
  created_at: ColumnType<Date, Date, never>;
  expires_at: Timestamp;
}

/** Who has signed up and not yet shown that the address is theirs; deleted when they do. */
export interface SignUpsTable {
  /** SHA-256 of the token that only the mail has, in hex. */
  token_hash: string;
  email: string;
  /** As wished; nobody holds a handle before they are a member. */
  handle: string;
  name: string;
  password_hash: string;
  locale: string;
  created_at: ColumnType<Date, Date, never>;
  expires_at: Timestamp;
}

/** What a mailed link leads to; deleted when it is used. */
export interface MailedLinksTable {
  /** SHA-256 of the token that only the mail has, in hex. */
  token_hash: string;
  member_id: number;
  purpose: 'sign-in' | 'reset' | 'change-address';
  /** The address that the link was sent to. */
  email: string;
  created_at: ColumnType<Date, Date, never>;
  expires_at: Timestamp;
}

/** Every mail, sent or not. */
export interface MailsTable {
  id: GeneratedAlways<number>;
  /** Names what happened; of one event, one mail. */
  event: string;
  kind: string;
  recipient: string;
  subject: string;
  text_body: string;
  html_body: string;
  unsubscribe_url: string | null;
  created_at: ColumnType<Date, Date, never>;
  attempts: ColumnType<number, number | undefined, number>;
  /** When it was last handed over; null again when it was refused. Without `sent_at`, whether it arrived is unknown. */
  sending_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  sent_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  error: ColumnType<string | null, string | null | undefined, string | null>;
}

type LaterHiding = ColumnType<HiddenFor | null, HiddenFor | null | undefined, HiddenFor | null>;
type HiddenFor = 'held' | 'flags' | 'moderator';
type Counter = ColumnType<number, number | undefined, number>;
type LaterTimestamp = ColumnType<Date | null, Date | null | undefined, Date | null>;
type LaterNumber = ColumnType<number | null, number | null | undefined, number | null>;
type LaterText = ColumnType<string | null, string | null | undefined, string | null>;

export interface QuestionsTable {
  id: GeneratedAlways<number>;
  author_id: number;
  /** Markdown as typed. */
  body: string;
  /** The body as shown, sanitised. */
  html: string;
  created_at: ColumnType<Date, Date, never>;
  edited_at: LaterTimestamp;
  hidden_at: LaterTimestamp;
  /** Why: it waits for a moderator, was flagged, or a moderator chose so. */
  hidden_for: LaterHiding;
  deleted_at: LaterTimestamp;
  deleted_by_id: LaterNumber;
  locale: string;
  category: string;
  title: string;
  tags: string[];
  /** When it was asked, answered or accepted last. */
  active_at: Timestamp;
  accepted_answer_id: LaterNumber;
  accepted_at: LaterTimestamp;
  accepted_by_id: LaterNumber;
  duplicate_of_id: LaterNumber;
  locked_at: LaterTimestamp;
  pinned_at: LaterTimestamp;
  /** The article that the asker came from, and its revision then. */
  article_id: LaterNumber;
  article_revision_id: LaterNumber;
  /** What the asker had searched for before. */
  searched: LaterText;
  /** Answers that are shown. */
  answer_count: Counter;
  /** Votes up minus votes down. */
  score: Counter;
  /** Members who have the same question. */
  same_count: Counter;
}

export interface AnswersTable {
  id: GeneratedAlways<number>;
  question_id: ColumnType<number, number, number>;
  author_id: number;
  body: string;
  html: string;
  created_at: ColumnType<Date, Date, never>;
  edited_at: LaterTimestamp;
  hidden_at: LaterTimestamp;
  /** Why: it waits for a moderator, was flagged, or a moderator chose so. */
  hidden_for: LaterHiding;
  deleted_at: LaterTimestamp;
  deleted_by_id: LaterNumber;
  /** Given by staff, as staff. */
  official: ColumnType<boolean, boolean | undefined, boolean>;
  score: Counter;
}

export interface CommentsTable {
  id: GeneratedAlways<number>;
  question_id: number;
  /** Absent when it is about the question itself. */
  answer_id: number | null;
  author_id: number;
  body: string;
  html: string;
  created_at: ColumnType<Date, Date, never>;
  edited_at: LaterTimestamp;
  hidden_at: LaterTimestamp;
  /** Why: it waits for a moderator, was flagged, or a moderator chose so. */
  hidden_for: LaterHiding;
  deleted_at: LaterTimestamp;
  deleted_by_id: LaterNumber;
}

export interface QuestionVotesTable {
  question_id: number;
  member_id: number;
  /** 1 or -1 */
  value: number;
  created_at: Timestamp;
}

export interface AnswerVotesTable {
  answer_id: number;
  member_id: number;
  /** 1 or -1 */
  value: number;
  created_at: Timestamp;
}

/** A question as it was before an edit. */
export interface QuestionRevisionsTable {
  id: GeneratedAlways<number>;
  question_id: number;
  title: string | null;
  body: string;
  tags: string[] | null;
  /** Who replaced it. */
  editor_id: number;
  reason: string | null;
  replaced_at: ColumnType<Date, Date, never>;
}

/** An answer as it was before an edit. */
export interface AnswerRevisionsTable {
  id: GeneratedAlways<number>;
  answer_id: number;
  title: string | null;
  body: string;
  tags: string[] | null;
  /** Who replaced it. */
  editor_id: number;
  reason: string | null;
  replaced_at: ColumnType<Date, Date, never>;
}

/** Members who have a question that another has asked. */
export interface SameQuestionsTable {
  question_id: number;
  member_id: number;
  created_at: ColumnType<Date, Date, never>;
}

/** Who is told what happens to a question. */
export interface QuestionFollowsTable {
  question_id: number;
  member_id: number;
  created_at: ColumnType<Date, Date, never>;
}

/** Who is told of new questions in a category or with a tag. */
export interface ShelfFollowsTable {
  kind: 'category' | 'tag';
  name: string;
  member_id: number;
  created_at: ColumnType<Date, Date, never>;
}

/** What a member has typed and not posted. */
export interface DraftsTable {
  member_id: number;
  /** `ask`, or `answer/<question id>`. */
  place: string;
  /** The form's fields as JSON. */
  fields: string;
  saved_at: Timestamp;
}

/** Every table, by its name in PostgreSQL. */
export interface Database {
  members: MembersTable;
  sessions: SessionsTable;
  sign_ups: SignUpsTable;
  mailed_links: MailedLinksTable;
  mails: MailsTable;
  questions: QuestionsTable;
  answers: AnswersTable;
  comments: CommentsTable;
  question_votes: QuestionVotesTable;
  answer_votes: AnswerVotesTable;
  question_revisions: QuestionRevisionsTable;
  answer_revisions: AnswerRevisionsTable;
  same_questions: SameQuestionsTable;
  question_follows: QuestionFollowsTable;
  shelf_follows: ShelfFollowsTable;
  drafts: DraftsTable;
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
