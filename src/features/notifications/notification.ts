import type { DecisionDeed } from '#src/features/community/announce-decision.ts';
import type { Pace, Reason } from './mail-choice.ts';

/** What members are told of. */
export type Kind = 'answer' | 'comment' | 'question' | 'acceptance' | 'duplicate' | 'decision';

/** What happened, as everybody hears it who is told. */
export interface Occurrence {
  /** Names it among all; each member hears of it once. */
  event: string;
  kind: Kind;
  questionId: number | null;
  answerId?: number | null | undefined;
  commentId?: number | null | undefined;
  /** Whose deed it is; they are not told. */
  byId: number;
  deed?: DecisionDeed;
  note?: string;
}

/** What one member is told. */
export interface Notification {
  id: number;
  kind: Kind;
  reason: Reason;
  /** Where it is now; null when it is about the member. */
  question: { id: number; title: string; locale: string } | null;
  /** Title of the question that leads there now, as far as that is what happened. */
  repeated: string | null;
  answerId: number | null;
  commentId: number | null;
  /** The name of whoever did it; null for what the moderators decided. */
  by: string | null;
  deed: DecisionDeed | null;
  note: string | null;
  createdAt: Date;
  readAt: Date | null;
}

/** A notification that a mail is to tell of. */
export interface DueNotification extends Notification {
  /** As chosen now. */
  pace: Pace;
  /** Whether it still has to be told: unread, and about something that readers see. */
  isNews: boolean;
  /** The text that it leads to, as typed. */
  body: string | null;
}

/** Members that one text can call; those who joined today call fewer. */
const MOST_MENTIONS = 10;
const MOST_MENTIONS_OF_NEW = 2;
const DAY = 86_400_000;

/** How many members a text calls at most. @param since when its writer became a member */
export const mostMentions = (since: Date, now: Date): number =>
  now.getTime() - since.getTime() < DAY ? MOST_MENTIONS_OF_NEW : MOST_MENTIONS;

/** Where a notification leads: the end of the question's address. */
export function placeOn({
  answerId,
  commentId,
}: Pick<Notification, 'answerId' | 'commentId'>): string {
  const page = answerId === null ? '' : `?answer=${answerId}`;
  if (commentId !== null) return `${page}#comment-${commentId}`;
  return answerId === null ? '' : `${page}#answer-${answerId}`;
}
