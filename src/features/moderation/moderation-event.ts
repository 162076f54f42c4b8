import { isModerator, type Actor } from '#src/features/accounts/actor.ts';
import { mayWrite } from '#src/features/community/question.ts';

/** What can be in the log, each with its words in the locales. */
export const KINDS = [
  'lock',
  'unlock',
  'pin',
  'unpin',
  'hide',
  'show',
  'remove',
  'restore',
  'move',
  'edit',
  'accept',
  'withdraw',
  'duplicate',
  'merge',
  'hold',
  'hide-flagged',
  'keep',
  'hide-reviewed',
  'refuse',
  'warn',
  'silence',
  'suspend',
  'lift',
  'remove-all',
  'undo',
] as const;

export type Kind = (typeof KINDS)[number];

/** What it was done to. */
export const NOUNS = ['question', 'answer', 'comment', 'member'] as const;

export type Noun = (typeof NOUNS)[number];

/** One thing that staff did, or a rule of the place. */
export interface ModerationEvent {
  id: number;
  kind: Kind;
  /** Null when no person did it. */
  actorId: number | null;
  noun: Noun;
  subjectId: number;
  /** The question that it is about, or whose answer or comment. */
  questionId: number | null;
  /** Whom it was done to, or to whose text. */
  memberId: number | null;
  reason: string | null;
  /** What undoing it needs; times in it are ISO 8601 texts. */
  before: unknown;
  createdAt: Date;
  undoneAt: Date | null;
}

/** Moderators who are let to write themselves. */
export const mayModerate = (actor: Actor | undefined): actor is Actor =>
  mayWrite(actor) && isModerator(actor);

/** The log tells of what others no longer see. */
export const mayReadLog = (actor: Actor | undefined): actor is Actor => isModerator(actor);

/** Undoing takes back what is still done; to undo an undoing, the deed is done again. */
export const mayUndo = (
  actor: Actor | undefined,
  { kind, undoneAt }: Pick<ModerationEvent, 'kind' | 'undoneAt'>,
): actor is Actor => mayModerate(actor) && undoneAt === null && kind !== 'undo';
