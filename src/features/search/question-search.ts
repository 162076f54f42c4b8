import type { QuestionStatus } from '#src/features/community/question.ts';
import type { SolvedQuestion } from './find-solved-questions.ts';
import type { Piece } from './passage.ts';

/** Which questions of those found to show; the first is the usual one. */
export const QUESTION_STATES = ['any', 'solved', 'unsolved'] as const;

export type QuestionState = (typeof QUESTION_STATES)[number];

/** What to look for among the questions. */
export interface QuestionRequest {
  query: string;
  /** In these languages only. */
  locales: string[];
  state?: QuestionState;
  category?: string | undefined;
  /** Questions to leave out before the first, and to show. */
  from?: number;
  size?: number;
}

/** A question as results show it. */
export interface FoundQuestion {
  id: number;
  /** As it is, and with what matches marked. */
  title: string;
  marked: Piece[];
  locale: string;
  category: string;
  status: QuestionStatus;
  answerCount: number;
  createdAt: Date;
  /** From the question; or from the answer that matches where the question does not. */
  excerpt: Piece[];
  answerId: number | null;
  /** Whether it has all the words, or is only spelled alike. */
  quality: 'good' | 'partial';
}

/** Some of the questions found. */
export interface QuestionAnswer {
  questions: FoundQuestion[];
  hasMore: boolean;
}

/** Questions beside the articles of a search. */
export interface QuestionsBeside extends QuestionAnswer {
  /** Solved ones, which stand among the articles and not among the others. */
  solved: SolvedQuestion[];
}

/** A question as the search box gets it. */
export interface QuestionHit {
  title: Piece[];
  url: string;
  excerpt: Piece[];
  /** Of a solved one that stands among the articles, on their scale. */
  score?: number;
  /** In words of the page's language. */
  status: string;
  quality: 'good' | 'partial';
}

/** The state that an address asks for. */
export const readQuestionState = (asked: string | null): QuestionState =>
  QUESTION_STATES.find((state) => state === asked) ?? QUESTION_STATES[0];
