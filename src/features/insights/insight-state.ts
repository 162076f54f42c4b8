import { isModerator, type Actor } from '#src/features/accounts/actor.ts';
import { mayReadInsights } from '#src/features/accounts/api-token.ts';

/** What authors and staff decide about: something that readers said, looked for, or did not find. */
export const STATE_KINDS = ['comment', 'search', 'missing-page'] as const;

export type StateKind = (typeof STATE_KINDS)[number];

/** New is what nobody has decided about. */
export const STATES = ['new', 'planned', 'fixed', 'dismissed'] as const;

export type State = (typeof STATES)[number];

/** A state after which nothing more will happen. */
export const isClosed = (state: State): boolean => state === 'fixed' || state === 'dismissed';

/** In characters. */
export const STATE_NOTE_LENGTH = 1000;
export const TARGET_LENGTH = 500;

/** Ways of saying one thing that can be decided about at once. */
export const MOST_SUBJECTS = 100;

/** What has been decided about something. */
export interface InsightState {
  state: State;
  note: string;
  /** Where a missing address is to lead. */
  target: string | null;
}

export const UNDECIDED: InsightState = { state: 'new', note: '', target: null };

/** A state as an address or a form names it. */
export const readState = (name: string | null | undefined): State | undefined =>
  STATES.find((state) => state === name);

/** Names a comment: one visitor has at most one on a series. */
export const commentSubject = ({ seriesId, visitor }: { seriesId: number; visitor: string }) =>
  `${seriesId}:${visitor}`;

/** Names what was searched for: a query as it is counted, on pages of a language. */
export const searchSubject = ({ locale, query }: { locale: string; query: string }) =>
  `${locale}:${query}`;

/**
 * Moderators decide about everything; authors about comments on articles of their own.
 * @param isOwn whether it is a comment on such an article
 */
export const mayDecideInsight = (
  actor: Actor | undefined,
  { kind, isOwn }: { kind: StateKind; isOwn: boolean },
): actor is Actor =>
  mayReadInsights(actor) && (isModerator(actor) || (kind === 'comment' && isOwn));
