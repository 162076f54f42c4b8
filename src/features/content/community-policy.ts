/** The house rules of the community, as shown at their own page. */
export interface Guidelines {
  locale: string;
  /** Markdown. */
  body: string;
  file: string;
}

/** Words by which a text waits for a moderator. */
export interface WordRule {
  /** As moderators read it. */
  name: string;
  /** Words and phrases, found whole and in any case. */
  words: string[];
  /** A regular expression of RE2, which takes a time in proportion to the text, whatever it says. */
  pattern?: string;
  /** Whose texts it is held against: those of new members, or those of all but staff. */
  for: 'new' | 'everyone';
}

/** A text that moderators need again and again. */
export interface CannedReply {
  locale: string;
  name: string;
  /** Markdown with placeholders. */
  text: string;
}

/** What `content/community/` holds; all of it may be missing. */
export interface CommunityPolicy {
  guidelines: Guidelines[];
  wordRules: WordRule[];
  replies: CannedReply[];
}

/** What a canned reply may name in double braces. */
export const PLACEHOLDERS = ['name', 'moderator', 'question', 'guidelines'] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Each `{{name}}` of a text. */
export const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;
