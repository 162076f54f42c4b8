export type Answer = 'yes' | 'no';

/** Reasons that a reader may choose after an answer, in the order in which they are offered. */
export const REASONS = {
  no: ['outdated', 'hard-to-follow', 'missing-something', 'did-not-work', 'something-else'],
  yes: ['easy', 'complete', 'just-what-i-needed'],
} as const;

export type Reason = (typeof REASONS)[Answer][number];

/** Long enough for a case with its steps, short enough to be read by whoever mends the page. */
export const MAX_COMMENT = 1000;

/** What a reader says of an article: yes or no, and what they like to add. */
export interface Feedback {
  answer: Answer;
  reason?: Reason | undefined;
  comment?: string | undefined;
  /** Anchor of the section it is about. */
  section?: string | undefined;
}

/** Whether `reason` is one of those that go with `answer`. */
export function isReasonFor(answer: Answer, reason: string): reason is Reason {
  return (REASONS[answer] as readonly string[]).includes(reason);
}

/**
 * A comment as it is stored and counted: a line break is one character however a browser sends it,
 * and what no reader can have meant (control characters, blank ends) is dropped.
 * @returns undefined when nothing is left
 */
export function tidyComment(typed: string): string | undefined {
  const tidy = typed
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // Signs that turn the direction of what follows would garble the line they are printed in.
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .trim();
  return tidy || undefined;
}
