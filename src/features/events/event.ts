/** The forms that have a funnel. */
export const FORMS = ['ask', 'contact'] as const;

export type Form = (typeof FORMS)[number];

/**
 * How well a search was served: something answers it; it is doubtful whether it does; or nothing
 * does, and what is shown is only the nearest.
 */
export const QUALITIES = ['good', 'partial', 'none'] as const;

export type MatchQuality = (typeof QUALITIES)[number];

/** A query without what is private, and in the one spelling under which equal ones are counted. */
export interface Query {
  query: string;
  normalised: string;
}

/** What is kept of an event, beside what it concerns. */
interface Details {
  /** Visible seconds so far of one opening of the page: it is told again and again, and the most counts. */
  'article-viewed': { seconds: number };
  searched: Query & { quality: MatchQuality; results: number; from: 'box' | 'page' };
  /** The rank as the list was shown, from 1. */
  'result-clicked': Query & { rank: number };
  /** The referrer's host only; empty where the browser names none. */
  'page-missing': { path: string; referrer: string };
  /** The channel's label in site.yml, or the address of the status page, which has none there. */
  'contact-clicked': { channel: string };
}

/**
 * The funnel of a form: it was begun, articles and questions were suggested beside it, one was
 * opened, one was the answer, or the form was left or sent.
 */
export type FormKind =
  | 'form-started'
  | 'suggestion-shown'
  | 'suggestion-opened'
  | 'suggestion-solved'
  | 'form-abandoned'
  | 'form-posted';

/** What is kept of a step in a form's funnel. */
export interface FormStep {
  form: Form;
  /** Of a suggestion, from 1. */
  rank?: number | undefined;
  /** The contact request that was posted; a question stands beside the details. */
  request?: number | undefined;
}

export type EventKind = keyof Details | FormKind;

/** An article with the revision that was served. */
export interface ServedArticle {
  locale: string;
  category: string;
  slug: string;
  revision: string;
}

interface Concerned {
  /** Of the page. */
  locale: string;
  article?: ServedArticle | undefined;
  /** The question that it concerns: suggested, found, or the one that was posted. */
  questionId?: number | undefined;
  /** Which opening of a page it belongs to; absent for what the server sees by itself. */
  page?: number | undefined;
  /** Seconds before it was told; none when it is left out. */
  ago?: number | undefined;
}

/** What kind of thing happened, and what it concerns. */
export type Happening =
  | { [Kind in keyof Details]: Concerned & { kind: Kind; details: Details[Kind] } }[keyof Details]
  | (Concerned & { kind: FormKind; details: FormStep });

/** Whoever did it, as far as we want to know. */
export interface Witnessed {
  /** The visitor's code of the day. */
  visitor: string;
  /** The code that the same visitor had yesterday. */
  visitorYesterday?: string | undefined;
  bucket: 'person' | 'program';
}
