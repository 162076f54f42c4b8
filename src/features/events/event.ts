/**
 * What a visitor can do that is recorded. Of a form's funnel: it was begun, articles and questions
 * were suggested beside it, one was opened, one was the answer, or the form was left or sent.
 */
export const KINDS = [
  'form-started',
  'suggestion-shown',
  'suggestion-opened',
  'suggestion-solved',
  'form-abandoned',
  'form-posted',
] as const;

export type EventKind = (typeof KINDS)[number];

/** The forms that have a funnel. */
export const FORMS = ['ask', 'contact'] as const;

export type Form = (typeof FORMS)[number];

/** What kind of thing happened, and what it concerns. */
export interface Happening {
  kind: EventKind;
  /** Of the page. */
  locale: string;
  /** The article that it concerns, with the revision that was served. */
  article?: { locale: string; category: string; slug: string; revision: string } | undefined;
  /** The question that it concerns: suggested, or the one that was posted. */
  questionId?: number | undefined;
  details: { form: Form; /** From 1. */ rank?: number | undefined };
}

/** Whoever did it, as far as we want to know. */
export interface Witnessed {
  /** The visitor's code of the day. */
  visitor: string;
  bucket: 'person' | 'program';
}
