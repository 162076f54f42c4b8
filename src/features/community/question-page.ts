import type { SafeHtml } from '#src/components/html.ts';
import type { AnswerState } from './answer.ts';
import type { CommentState } from './comment.ts';
import type { Page, Place } from './list-cursor.ts';
import type { QuestionState } from './question.ts';
import type { Vote } from './vote.ts';

/** Answers on one page. */
export const ANSWERS_SHOWN = 20;

/** Who wrote something, as readers see it. */
export interface Author {
  /** Null for a former member, who has no page. */
  handle: string | null;
  name: string;
  /** Name of an upload; null where a picture is made of the name. */
  avatar: string | null;
}

interface Shown {
  html: SafeHtml;
  author: Author;
  createdAt: Date;
  editedAt: Date | null;
}

export interface ShownComment extends CommentState, Shown {}

export interface ShownAnswer extends AnswerState, Shown {
  official: boolean;
  score: number;
  /** The reader's own. */
  vote: Vote;
  comments: ShownComment[];
}

export interface ShownQuestion extends QuestionState, Shown {
  title: string;
  body: string;
  tags: string[];
  locale: string;
  category: string;
  score: number;
  sameCount: number;
  /** The reader's own. */
  vote: Vote;
  /** Whether the reader has said that they have the same question. */
  isSame: boolean;
  /** Whether the reader hears of what happens to it. */
  isFollowed: boolean;
  /** The article that the asker came from. */
  article: { locale: string; category: string; slug: string; title: string } | null;
  /** What the asker had searched for before. */
  searched: string | null;
  comments: ShownComment[];
  pinnedAt: Date | null;
  /** Questions that repeat this one, the first of them; their pages lead here. */
  duplicates: { id: number; title: string }[];
  /** The question that this one repeats; its page leads there. */
  duplicateOf: { id: number; title: string } | null;
}

/** A question with a page of its answers. */
export interface QuestionPage {
  question: ShownQuestion;
  accepted: ShownAnswer | undefined;
  answers: Page<ShownAnswer>;
  /** What its reader has typed into the forms below it and not posted, by place. */
  drafts: Map<string, string>;
}

/** Where an answer stands among the others: the best first, of equals the oldest. */
export const placeOfAnswer = ({ score, id }: ShownAnswer): Place => ({ value: score, id });
