import type { Answer } from './feedback.ts';

/** Where a reader without JavaScript stands. */
export type FeedbackStep =
  | { name: 'question'; error?: string | undefined }
  | {
      name: 'reasons';
      answer: Answer;
      revision: string;
      ticket: string;
      typed?: { reason?: string; comment?: string; section?: string; email?: string };
      commentIsInvalid?: boolean;
      error?: string | undefined;
    }
  | { name: 'sent'; error?: undefined };

const isAnswer = (value: unknown): value is Answer => value === 'yes' || value === 'no';

/** The address that shows the second form after a vote. */
export function reasonsPath(path: string, form: FormData): string {
  const query = new URLSearchParams({
    voted: String(form.get('answer')),
    revision: String(form.get('revision')),
  });
  return `${path}/feedback?${query}`;
}

/** The address that says thanks. */
export function sentPath(path: string): string {
  return `${path}/feedback?sent`;
}

/**
 * The step to show.
 * @param revision the article's present one, where the address or the form names none that counts
 * @param refused the form that was sent and what was wrong with it; its contents are kept
 */
export function feedbackStep(
  query: URLSearchParams,
  revision: string,
  ticket: string,
  refused?: { form: FormData; isReasons: boolean; status: number; sentence: string },
): FeedbackStep {
  if (refused) {
    const { form, isReasons, status, sentence } = refused;
    const answer = form.get('answer');
    if (!isReasons || !isAnswer(answer)) return { name: 'question', error: sentence };
    const text = (name: string) => String(form.get(name) ?? '');
    return {
      name: 'reasons',
      answer,
      // Sent again, it is about the text that stands there now.
      revision: status === 409 ? revision : text('revision'),
      ticket,
      typed: {
        reason: text('reason'),
        comment: text('comment'),
        section: text('section'),
        email: text('email'),
      },
      commentIsInvalid: status === 400,
      error: sentence,
    };
  }
  if (query.has('sent')) return { name: 'sent' };
  const voted = query.get('voted');
  if (!isAnswer(voted)) return { name: 'question' };
  return { name: 'reasons', answer: voted, revision: query.get('revision') ?? revision, ticket };
}
