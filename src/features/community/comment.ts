import type { Actor } from '#src/features/accounts/actor.ts';
import { mayWrite, type Writing } from './question.ts';

/** A remark, not an answer. */
export const COMMENT_LENGTH = { least: 5, most: 1000 } as const;

/** What the rules need to know of a comment. */
export interface CommentState extends Writing {
  id: number;
  questionId: number;
}

export const mayDeleteComment = (actor: Actor | undefined, comment: CommentState): actor is Actor =>
  mayWrite(actor) && comment.deletedAt === null && actor.id === comment.authorId;
