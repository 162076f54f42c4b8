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
  /** By when somebody has to look at it again. UTC, yyyy-mm-dd. */
  review_by: ColumnType<Date | null, string | null | undefined, string | null>;
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
  /** Whether they follow the questions that they write on. */
  follows_own: ColumnType<boolean, boolean | undefined, boolean>;
  /** When a session of theirs was opened or prolonged last. */
  seen_at: LaterTimestamp;
  /** Name of an uploaded picture; null where one is made of the name. */
  avatar: LaterText;
  /** When a moderator first let something of theirs stand. */
  approved_at: LaterTimestamp;
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

/** Who is asked for a code at every sign-in. */
export interface TwoFactorsTable {
  member_id: number;
  /** Sealed with the instance's key. */
  sealed_secret: string;
  /** Of the last code that was accepted: half minutes since 1970. */
  last_step: number;
  created_at: ColumnType<Date, Date, never>;
}

/** What stands in for a lost device; deleted when it is used. */
export interface RecoveryCodesTable {
  /** SHA-256 of the code that only the member has, in hex. */
  code_hash: string;
  member_id: number;
}

/** Who has given a right password and still owes a code; deleted when they give it. */
export interface SecondStepsTable {
  /** SHA-256 of the token that only the browser has, in hex. */
  token_hash: string;
  member_id: number;
  created_at: ColumnType<Date, Date, never>;
  expires_at: Timestamp;
}

/** Under which name a provider of single sign-on knows a member. */
export interface MemberIdentitiesTable {
  issuer: string;
  /** Unique at the issuer, and never given to somebody else. */
  subject: string;
  member_id: number;
  created_at: ColumnType<Date, Date, never>;
}

/** What lets a program do something in the name of a member. */
export interface ApiTokensTable {
  id: GeneratedAlways<number>;
  member_id: number;
  /** What its owner calls it. */
  name: string;
  /** SHA-256 of the token that only its owner has, in hex. */
  token_hash: string;
  scopes: string[];
  created_at: ColumnType<Date, Date, never>;
  /** Null for one that does not expire. */
  expires_at: LaterTimestamp;
  /** Written at most once an hour. */
  used_at: LaterTimestamp;
}

/** Another system that is told of events. */
export interface WebhookEndpointsTable {
  id: GeneratedAlways<number>;
  url: string;
  description: string;
  events: string[];
  /** Sealed with the instance's key. */
  sealed_secret: string;
  is_on: ColumnType<boolean, boolean | undefined, boolean>;
  /** Why it was switched off by itself; null where an admin did so. */
  off_for: ColumnType<OffFor | null, OffFor | null | undefined, OffFor | null>;
  /** Since when nothing has arrived; null while things do. */
  failing_since: LaterTimestamp;
  /** While it fails, only one delivery at a time knocks, until then at most. */
  busy_until: LaterTimestamp;
  created_at: ColumnType<Date, Date, never>;
}

type OffFor = 'failing' | 'gone';

/** A message to another system, delivered or not. */
export interface WebhookDeliveriesTable {
  id: GeneratedAlways<number>;
  endpoint_id: number;
  event: string;
  /** The same for all attempts, and for all endpoints. */
  message_id: string;
  /** What is told, as JSON; addresses in it begin with a slash. */
  data: string;
  created_at: ColumnType<Date, Date, never>;
  attempts: ColumnType<number, number | undefined, number>;
  tried_at: LaterTimestamp;
  delivered_at: LaterTimestamp;
  /** Why the last attempt failed, and with which status. */
  problem: LaterText;
  status: LaterNumber;
}

/** That a text leads to the address of an article; triggers keep it in step with the text. */
export interface ArticleMentionsTable {
  noun: GeneratedAlways<string>;
  writing_id: GeneratedAlways<number>;
  /** Scheme and host, where the link has them. */
  origin: GeneratedAlways<string>;
  /** Empty where the address names none. */
  locale: GeneratedAlways<string>;
  category: GeneratedAlways<string>;
  slug: GeneratedAlways<string>;
}

/** That somebody has looked at an answer after an article that it leads to changed. */
export interface LinkReviewsTable {
  answer_id: number;
  article_id: number;
  reviewed_at: Timestamp;
  reviewed_by_id: number;
  note: string;
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
  /** Mails with the same one stand together in a mailbox. */
  thread: string | null;
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

/** The words that a shown question is found by; triggers keep them in step with it. */
export interface QuestionWordsTable {
  question_id: GeneratedAlways<number>;
  locale: GeneratedAlways<string>;
  category: GeneratedAlways<string>;
  is_solved: GeneratedAlways<boolean>;
  /** A tsvector. */
  words: GeneratedAlways<string>;
}

/** The words that a shown answer is found by, those of its question's title among them. */
export interface AnswerWordsTable {
  answer_id: GeneratedAlways<number>;
  question_id: GeneratedAlways<number>;
  locale: GeneratedAlways<string>;
  category: GeneratedAlways<string>;
  is_solved: GeneratedAlways<boolean>;
  /** A tsvector. */
  words: GeneratedAlways<string>;
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
  /** Whether it was replaced while readers did not see it. */
  was_hidden: ColumnType<boolean, boolean | undefined, boolean>;
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
  /** Whether it was replaced while readers did not see it. */
  was_hidden: ColumnType<boolean, boolean | undefined, boolean>;
}

/** A comment as it was before an edit. */
export interface CommentRevisionsTable {
  id: GeneratedAlways<number>;
  comment_id: number;
  title: string | null;
  body: string;
  tags: string[] | null;
  /** Who replaced it. */
  editor_id: number;
  reason: string | null;
  replaced_at: ColumnType<Date, Date, never>;
  /** Whether it was replaced while readers did not see it. */
  was_hidden: ColumnType<boolean, boolean | undefined, boolean>;
}

/** Members who have a question that another has asked. */
export interface SameQuestionsTable {
  question_id: number;
  member_id: number;
  created_at: ColumnType<Date, Date, never>;
  /** The repeated question that it was brought from; null when the member chose it here. */
  brought_from_id: LaterNumber;
}

/** Who is told what happens to a question. */
export interface QuestionFollowsTable {
  question_id: number;
  member_id: number;
  created_at: ColumnType<Date, Date, never>;
  /** The repeated question that it was brought from; null when the member chose it here. */
  brought_from_id: LaterNumber;
}

/** Who is told of new questions in a category or with a tag. */
export interface ShelfFollowsTable {
  kind: 'category' | 'tag';
  name: string;
  member_id: number;
  created_at: ColumnType<Date, Date, never>;
}

type Noun = 'question' | 'answer' | 'comment';

/** What waits for a moderator, and what was decided; of one text at most one is open. */
export interface ReviewItemsTable {
  id: GeneratedAlways<number>;
  noun: Noun;
  writing_id: number;
  /** The question that it is or belongs to. */
  question_id: number;
  author_id: number;
  kind: 'held' | 'flags' | 'first-post';
  /** Why it is held. */
  reasons: ColumnType<string[], string[] | undefined, string[]>;
  opened_at: ColumnType<Date, Date, never>;
  /** Whether nobody has read the text yet, so that letting it stand is news. */
  is_unread: ColumnType<boolean, boolean | undefined, boolean>;
  /** Who had accepted it, and when, until it was hidden. */
  accepted_by_id: LaterNumber;
  accepted_at: LaterTimestamp;
  claimed_by_id: LaterNumber;
  claimed_until: LaterTimestamp;
  decided_at: LaterTimestamp;
  decided_by_id: LaterNumber;
  outcome: ColumnType<Outcome | null, Outcome | null | undefined, Outcome | null>;
  /** As the author reads it. */
  reason: LaterText;
}

type Outcome = 'kept' | 'removed';

/** That a member thinks that a text should not stay. */
export interface FlagsTable {
  id: GeneratedAlways<number>;
  noun: Noun;
  writing_id: number;
  question_id: number;
  item_id: number;
  /** Who raised it. */
  member_id: number;
  reason: 'spam' | 'unkind' | 'off-topic' | 'private' | 'other';
  note: ColumnType<string, string | undefined, string>;
  /** What it counted for when it was raised, in hundredths. */
  weight: number;
  created_at: ColumnType<Date, Date, never>;
  decided_at: LaterTimestamp;
  is_upheld: ColumnType<boolean | null, boolean | null | undefined, boolean | null>;
}

/** What moderators imposed on members. */
export interface SanctionsTable {
  id: GeneratedAlways<number>;
  member_id: number;
  kind: 'warning' | 'silence' | 'suspension';
  /** As the member reads it. */
  reason: string;
  by_id: number;
  created_at: ColumnType<Date, Date, never>;
  /** Null for a warning; the year 9999 is for good. */
  ends_at: LaterTimestamp;
  lifted_at: LaterTimestamp;
  lifted_by_id: LaterNumber;
}

/** What new members posted in the last days, to know it again when another brings it. */
export interface NewcomerPostsTable {
  id: GeneratedAlways<number>;
  member_id: number;
  text_hash: string;
  /** Hosts that its links lead to. */
  hosts: string[];
  created_at: ColumnType<Date, Date, never>;
}

/** What staff did, or a rule of the place. */
export interface ModerationEventsTable {
  id: GeneratedAlways<number>;
  kind: string;
  /** Null when no person did it. */
  actor_id: number | null;
  noun: 'question' | 'answer' | 'comment' | 'member';
  subject_id: number;
  /** The question that it is about, or whose answer or comment. */
  question_id: number | null;
  /** Whom it was done to, or to whose text. */
  member_id: number | null;
  reason: string | null;
  /** What is needed to undo it; JSON. */
  before: ColumnType<unknown, string, never>;
  created_at: ColumnType<Date, Date, never>;
  undone_at: LaterTimestamp;
  undone_by_id: LaterNumber;
}

/** Who stopped following a question, and does not follow it again for writing on it. */
export interface QuestionUnfollowsTable {
  question_id: number;
  member_id: number;
}

/** How often a member gets mail for a reason, where they have chosen. */
export interface MailChoicesTable {
  member_id: number;
  reason: string;
  pace: 'now' | 'daily' | 'weekly' | 'never';
}

/** What a member is told. */
export interface NotificationsTable {
  id: GeneratedAlways<number>;
  member_id: number;
  /** Names what happened; each member hears of it once. */
  event: string;
  kind: string;
  /** Why they are told. */
  reason: string;
  question_id: number | null;
  answer_id: number | null;
  comment_id: number | null;
  by_id: number | null;
  /** What a moderator decided, and why. */
  deed: string | null;
  note: string | null;
  created_at: ColumnType<Date, Date, never>;
  read_at: LaterTimestamp;
  /** When a mail is to tell of it; null once one does, or none has to. */
  mail_at: LaterTimestamp;
}

/** What a member has typed and not posted. */
export interface DraftsTable {
  member_id: number;
  /** `ask`, or the form's kind and what it is about: `answer/<question id>`. */
  place: string;
  /** The form's fields as JSON. */
  fields: string;
  saved_at: Timestamp;
}

/** What somebody had typed when they were asked to sign in. */
export interface ParkedDraftsTable {
  /** SHA-256 of the token that only the address leading back has, in hex. */
  token_hash: string;
  /** As in `drafts`. */
  place: string;
  /** The form's fields as JSON. */
  fields: string;
  expires_at: Timestamp;
}

/** What visitors did; rows are added and, month by month, dropped, never changed. */
export interface EventsTable {
  id: ColumnType<string, never, never>;
  at: ColumnType<Date, Date, never>;
  kind: string;
  /** Keyed hash; leads back to nobody once its day's salt is destroyed. */
  visitor: string;
  /** Programs are kept apart, and in no rate. */
  bucket: 'person' | 'program';
  /** Of the page. */
  locale: string;
  article_id: number | null;
  article_revision_id: number | null;
  question_id: number | null;
  details: ColumnType<unknown, string, never>;
  /** Chosen by chance when the page opened, so that nothing told twice of it counts twice; a bigint as text. */
  page: ColumnType<string | null, string | null, never>;
}

/** UTC, yyyy-mm-dd */
type Day = ColumnType<Date, string, never>;

/** Visits that began on a day, by the language of their first page. */
export interface SiteDaysTable {
  day: Day;
  locale: string;
  visits: number;
  /** With at least one read. */
  reading: number;
  /** Of those, with an escalation within 24 hours. */
  escalated: number;
  /** With a search. */
  searching: number;
  /** Of those, whose last search was no miss. */
  found: number;
  /** By the rank of the first result that was opened. */
  rank_1: number;
  rank_2: number;
  rank_3: number;
  rank_4_to_10: number;
  rank_later: number;
  /** Codes of programs, in no other column. */
  programs: Counter;
  /** Of all articles together: their views and reads, and reads that an escalation followed. */
  views: Counter;
  reads: Counter;
  failed: Counter;
  /** Reads of articles with a review date, and of them those before it had passed. */
  dated_reads: Counter;
  fresh_reads: Counter;
  /** Of all queries together, as in `search_days`. */
  searches: Counter;
  missed: Counter;
  nothing: Counter;
  partial: Counter;
}

/** What a day's visits did with an article, by the language of the page. */
export interface ArticleDaysTable {
  day: Day;
  locale: string;
  article_id: number;
  article_revision_id: number | null;
  views: number;
  reads: number;
  /** Reads that an escalation followed within 24 hours. */
  escalated: number;
  /** Reads while the article had a review date. */
  dated_reads: number;
  /** Of those, before that date had passed. */
  fresh_reads: number;
  /** Views by visible seconds, in the classes of reading-time.ts. */
  seconds: number[];
}

/** What visitors did after their last view of an article in a visit. */
export interface ArticleNextDaysTable {
  day: Day;
  locale: string;
  article_id: number;
  next_step: string;
  next_article_id: number | null;
  visits: number;
}

/** An escalation with each article that its visitor had read in the 24 hours before. */
export interface ArticleEscalationsTable {
  /** Of the reading. */
  day: Day;
  /** Of the escalation. */
  at: ColumnType<Date, Date, never>;
  locale: string;
  article_id: number;
  article_revision_id: number | null;
  form: string;
  question_id: number | null;
  request_id: number | null;
}

/** Visits in which a query was searched for. */
export interface SearchDaysTable {
  day: Day;
  locale: string;
  /** Normalised. */
  query: string;
  visits: number;
  /** Only with words left out, or resembling ones. */
  partial: number;
  /** Nothing was found. */
  nothing: number;
  clicked: number;
  missed: number;
}

/** Visits in which a result of a query was opened. */
export interface SearchClickDaysTable {
  day: Day;
  locale: string;
  query: string;
  article_id: number | null;
  question_id: number | null;
  visits: number;
}

/** Visits in which a query that led nowhere was put in other words. */
export interface SearchChangeDaysTable {
  day: Day;
  locale: string;
  query: string;
  next_query: string;
  visits: number;
  /** Of them, those in which a result of the next query was opened. */
  next_clicked: number;
}

/** Visits in which a form was opened, by how it ended. */
export interface FunnelDaysTable {
  day: Day;
  locale: string;
  form: string;
  outcome: string;
  visits: number;
  /** Of them, those in which something was suggested, and something suggested was opened. */
  shown: number;
  opened: number;
}

/** Visits in which an address was asked for that does not exist. */
export interface MissingPageDaysTable {
  day: Day;
  path: string;
  /** Host only, never the page; empty when the browser sent none. */
  referrer: string;
  visits: number;
}

/** Visits in which another way to get help was chosen. */
export interface ChannelDaysTable {
  day: Day;
  locale: string;
  channel: string;
  visits: number;
}

/** Days whose events are counted. */
export interface RolledDaysTable {
  day: Day;
  rolled_at: Timestamp;
  /** No event with a later one was there yet; a bigint as text. */
  last_event_id: ColumnType<string, string, string>;
}

/** What authors decided about something that readers said or looked for. */
export interface InsightStatesTable {
  kind: 'comment' | 'search' | 'missing-page';
  /** Which one: a series and a visitor, a locale and a query, or a path. */
  subject: string;
  state: 'new' | 'planned' | 'fixed' | 'dismissed';
  note: string;
  /** Where a missing address is to lead. */
  target: string | null;
  by_id: number | null;
  at: Timestamp;
}

/** Readers who want to hear when something of theirs has led to something. */
export interface WaitingReadersTable {
  kind: string;
  subject: string;
  email: string;
  locale: string;
  created_at: Timestamp;
}

/** Reports that take long to put together, made beforehand. */
export interface KeptReportsTable {
  name: string;
  period: string;
  made_at: Timestamp;
  report: ColumnType<unknown, string, string>;
}

/** Owners of articles who get the weekly mail, and who have stopped it. */
export interface OwnerMailsTable {
  email: string;
  sent_at: LaterTimestamp;
  stopped_at: LaterTimestamp;
}

/** Verdicts on edits that have been told. */
export interface ToldVerdictsTable {
  series_id: number;
  verdict: string;
  told_at: Timestamp;
}

/** A picture that a member has brought; the file itself is in the store of files. */
export interface UploadsTable {
  /** Hash of its content and its size; two members may have the same. */
  name: string;
  member_id: number;
  /** In pixels. */
  width: number;
  height: number;
  bytes: number;
  created_at: Timestamp;
  /** When a posted text was first found to show it. */
  used_at: LaterTimestamp;
}

/** Every table, by its name in PostgreSQL. */
/** Everything that was asked about once; nobody is asked about it again. */
export interface SurveysAskedTable {
  occasion: string;
  asked_at: ColumnType<Date, Date, never>;
}

/** What somebody said of how it was; a second answer on one occasion takes the first one's place. */
export interface SurveyAnswersTable {
  id: GeneratedAlways<number>;
  kind: 'csat' | 'ces';
  moment: 'accepted' | 'contact-closed' | 'solved';
  /** What it is about, such as `question-12`. */
  occasion: string;
  question_id: number | null;
  request_id: number | null;
  /** Keyed hash; null for those who ask not to be counted. */
  visitor: string | null;
  /** Of the page that asked. */
  locale: string;
  /** From 1 to 5 for csat, to 7 for ces. */
  score: number;
  created_at: ColumnType<Date, Date, never>;
  updated_at: Timestamp;
}

/** What somebody asked the company itself. */
export interface ContactRequestsTable {
  id: GeneratedAlways<number>;
  /** What its sender and the help desk call it, such as HM-7F3K9Q. */
  reference: string;
  state: ColumnType<
    'open' | 'answered' | 'closed',
    'open' | 'answered' | 'closed' | undefined,
    'open' | 'answered' | 'closed'
  >;
  member_id: number | null;
  name: string;
  email: string;
  subject: string;
  message: string;
  category: string | null;
  locale: string;
  /** Keyed hash; null for those who ask not to be counted. */
  visitor: string | null;
  /** What they had searched for before. */
  searched: string | null;
  created_at: ColumnType<Date, Date, never>;
  answered_at: LaterTimestamp;
  closed_at: LaterTimestamp;
  /** Null when the help desk closed it. */
  closed_by_id: ColumnType<number | null, number | null | undefined, number | null>;
  /** When all that is personal was taken out of it. */
  erased_at: LaterTimestamp;
}

/** The articles that the sender of a request had read. */
export interface ContactRequestArticlesTable {
  request_id: number;
  article_id: number;
  /** From 1, the latest. */
  position: number;
}

/** A picture of a request; for staff only. */
export interface ContactAttachmentsTable {
  name: string;
  /** Null while its form is being shown again. */
  request_id: ColumnType<number | null, number | null | undefined, number | null>;
  /** In pixels. */
  width: number;
  height: number;
  bytes: number;
  created_at: ColumnType<Date, Date, never>;
}

export interface ContactStateChangesTable {
  id: GeneratedAlways<number>;
  request_id: number;
  was: string;
  became: string;
  /** Null for the help desk's own word. */
  by_id: number | null;
  at: ColumnType<Date, Date, never>;
}

/** How far a request has come on one way to the help desk. */
export interface ContactDeliveriesTable {
  id: GeneratedAlways<number>;
  request_id: number;
  way: 'mail' | 'webhook';
  created_at: ColumnType<Date, Date, never>;
  attempts: ColumnType<number, number | undefined, number>;
  attempted_at: LaterTimestamp;
  error: ColumnType<string | null, string | null | undefined, string | null>;
  delivered_at: LaterTimestamp;
}

/** What the help desk has told us already, by the id that it gave its message. */
export interface ContactDeskCallsTable {
  id: string;
  called_at: ColumnType<Date, Date, never>;
}

export interface Database {
  members: MembersTable;
  sessions: SessionsTable;
  sign_ups: SignUpsTable;
  mailed_links: MailedLinksTable;
  two_factors: TwoFactorsTable;
  recovery_codes: RecoveryCodesTable;
  second_steps: SecondStepsTable;
  member_identities: MemberIdentitiesTable;
  api_tokens: ApiTokensTable;
  article_mentions: ArticleMentionsTable;
  link_reviews: LinkReviewsTable;
  webhook_endpoints: WebhookEndpointsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  mails: MailsTable;
  questions: QuestionsTable;
  answers: AnswersTable;
  comments: CommentsTable;
  question_words: QuestionWordsTable;
  answer_words: AnswerWordsTable;
  question_votes: QuestionVotesTable;
  answer_votes: AnswerVotesTable;
  question_revisions: QuestionRevisionsTable;
  answer_revisions: AnswerRevisionsTable;
  comment_revisions: CommentRevisionsTable;
  same_questions: SameQuestionsTable;
  question_follows: QuestionFollowsTable;
  shelf_follows: ShelfFollowsTable;
  question_unfollows: QuestionUnfollowsTable;
  mail_choices: MailChoicesTable;
  notifications: NotificationsTable;
  review_items: ReviewItemsTable;
  flags: FlagsTable;
  sanctions: SanctionsTable;
  newcomer_posts: NewcomerPostsTable;
  moderation_events: ModerationEventsTable;
  drafts: DraftsTable;
  parked_drafts: ParkedDraftsTable;
  events: EventsTable;
  site_days: SiteDaysTable;
  article_days: ArticleDaysTable;
  article_next_days: ArticleNextDaysTable;
  article_escalations: ArticleEscalationsTable;
  search_days: SearchDaysTable;
  search_click_days: SearchClickDaysTable;
  search_change_days: SearchChangeDaysTable;
  funnel_days: FunnelDaysTable;
  missing_page_days: MissingPageDaysTable;
  channel_days: ChannelDaysTable;
  rolled_days: RolledDaysTable;
  insight_states: InsightStatesTable;
  waiting_readers: WaitingReadersTable;
  kept_reports: KeptReportsTable;
  owner_mails: OwnerMailsTable;
  told_verdicts: ToldVerdictsTable;
  uploads: UploadsTable;
  surveys_asked: SurveysAskedTable;
  survey_answers: SurveyAnswersTable;
  contact_requests: ContactRequestsTable;
  contact_request_articles: ContactRequestArticlesTable;
  contact_attachments: ContactAttachmentsTable;
  contact_state_changes: ContactStateChangesTable;
  contact_deliveries: ContactDeliveriesTable;
  contact_desk_calls: ContactDeskCallsTable;
  articles: ArticlesTable;
  article_series: ArticleSeriesTable;
  article_revisions: ArticleRevisionsTable;
  article_feedback: ArticleFeedbackTable;
  trapped_feedback: TrappedFeedbackTable;
  visitor_salts: VisitorSaltsTable;
  rate_limits: RateLimitsTable;
  seeds: SeedsTable;
}
