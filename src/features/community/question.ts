import { isModerator, isStaff, type Actor } from '#src/features/accounts/actor.ts';

export const TITLE_LENGTH = { least: 10, most: 150 } as const;
export const BODY_LENGTH = { least: 20, most: 20_000 } as const;
export const MOST_TAGS = 5;
/** Long enough for any product's name. */
const LONGEST_TAG = 30;

/** What the rules need to know of anything that members write. */
export interface Writing {
  authorId: number;
  deletedAt: Date | null;
  deletedById: number | null;
  hiddenAt: Date | null;
  /** It waits for a moderator, was flagged, or a moderator chose so. */
  hiddenFor: 'held' | 'flags' | 'moderator' | null;
}

/** What the rules need to know of a question. */
export interface QuestionState extends Writing {
  id: number;
  lockedAt: Date | null;
  /** The question that this one repeats, which then takes all that is new. */
  duplicateOfId: number | null;
  answerCount: number;
  acceptedAnswerId: number | null;
}

export type QuestionStatus = 'open' | 'answered' | 'solved';

/** What the asker can choose and change. */
export interface QuestionText {
  title: string;
  body: string;
  tags: string[];
}

/** Solved once an answer is accepted, answered once there is one. */
export function statusOf(question: {
  acceptedAnswerId: number | null;
  answerCount: number;
}): QuestionStatus {
  if (question.acceptedAnswerId !== null) return 'solved';
  return question.answerCount > 0 ? 'answered' : 'open';
}

/** Whether everybody can read it. */
export const isShown = ({ deletedAt, hiddenAt }: Writing): boolean =>
  deletedAt === null && hiddenAt === null;

/** Whether it was deleted for good, with its member's account: nothing of it is left to read. */
const isErased = ({ deletedAt, deletedById }: Writing): boolean =>
  deletedAt !== null && deletedById === null;

/** Whether it waits for a moderator to look at it, and nobody has said that it is bad. */
const isHeld = ({ deletedAt, hiddenFor }: Writing): boolean =>
  deletedAt === null && hiddenFor === 'held';

/** Whether it waits for a moderator to look at it. */
const isPending = (writing: Writing): boolean =>
  isHeld(writing) || (writing.deletedAt === null && writing.hiddenFor === 'flags');

/**
 * Whether this reader can: moderators read all that is there, and members what they deleted and
 * what of theirs waits for a moderator.
 */
export const mayRead = (actor: Actor | undefined, writing: Writing): boolean =>
  isShown(writing) ||
  (actor !== undefined && actor.id === writing.deletedById && writing.hiddenAt === null) ||
  (actor !== undefined && actor.id === writing.authorId && isPending(writing)) ||
  (isModerator(actor) && !isErased(writing));

/** What was replaced while readers did not see a text is between its author and moderators. */
export const mayReadHidden = (actor: Actor | undefined, writing: Writing): boolean =>
  actor?.id === writing.authorId || isModerator(actor);

/** Whoever has shown that the address is theirs takes part, unless suspended. */
export const mayTakePart = (actor: Actor | undefined): actor is Actor =>
  actor?.isVerified === true && actor.suspendedUntil === null;

/** Who takes part may write, unless silenced. */
export const mayWrite = (actor: Actor | undefined): actor is Actor =>
  mayTakePart(actor) && actor.silencedUntil === null;

export const mayAsk = (actor: Actor | undefined): actor is Actor => mayWrite(actor);

/** Whether answers and comments are taken at all. */
export const takesAnswers = (question: QuestionState): boolean =>
  isShown(question) && question.lockedAt === null && question.duplicateOfId === null;

export const mayAnswer = (actor: Actor | undefined, question: QuestionState): actor is Actor =>
  mayWrite(actor) && takesAnswers(question);

/** Those who asked the question, and those who look after the place. */
export const mayAcceptAnswer = (
  actor: Actor | undefined,
  question: QuestionState,
): actor is Actor =>
  mayTakePart(actor) &&
  isShown(question) &&
  question.duplicateOfId === null &&
  (actor.id === question.authorId || isModerator(actor));

/**
 * Authors mend their own text, also while it is held; staff mend anybody's and say why, moderators
 * also what waits for them, so that a good text need not go for one bad line.
 */
export const mayEdit = (actor: Actor | undefined, writing: Writing): actor is Actor =>
  mayWrite(actor) &&
  ((actor.id === writing.authorId && (isShown(writing) || isHeld(writing))) ||
    (isStaff(actor) && isShown(writing)) ||
    (isModerator(actor) && isPending(writing)));

/** Nobody votes on what they wrote themselves. */
export const mayVote = (actor: Actor | undefined, writing: Writing): actor is Actor =>
  mayTakePart(actor) && isShown(writing) && actor.id !== writing.authorId;

/** Whoever asked it has it anyway. */
export const mayHaveSame = (actor: Actor | undefined, question: QuestionState): actor is Actor =>
  mayVote(actor, question) && question.duplicateOfId === null;

/**
 * A question that others have answered is theirs too, so its asker cannot take it away then. What
 * staff takes away of others is a matter of moderation.
 */
export const mayDeleteQuestion = (
  actor: Actor | undefined,
  question: QuestionState,
): actor is Actor =>
  mayWrite(actor) &&
  question.deletedAt === null &&
  actor.id === question.authorId &&
  question.answerCount === 0;

/** Members bring back what they wrote and deleted themselves. */
export const mayRestore = (actor: Actor | undefined, writing: Writing): actor is Actor =>
  mayWrite(actor) &&
  writing.deletedAt !== null &&
  actor.id === writing.authorId &&
  actor.id === writing.deletedById;

/**
 * Tags as typed, with spaces or commas between them.
 * @returns undefined when one has other signs than a to z, 0 to 9 and hyphens
 */
export function readTags(typed: string): string[] | undefined {
  const tags = new Set(
    typed
      .toLowerCase()
      .split(/[\s,،、#]+/)
      .filter(Boolean),
  );
  return [...tags].every(isTag) ? [...tags] : undefined;
}

/** Whether a text can be a tag. */
export const isTag = (text: string): boolean =>
  text.length <= LONGEST_TAG && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
