import type { DraftFields } from './save-draft.ts';

const PLACE =
  /^(?:ask|answer\/\d{1,10}|comment\/\d{1,10}(?:\/\d{1,10})?|edit\/(?:question|answer|comment)\/\d{1,10})$/;

/** What a form may bring that is worth keeping. */
const FIELDS = ['title', 'body', 'tags', 'category', 'article', 'searched', 'reason'];

/** Whether a form stands in such a place. */
export const isDraftPlace = (place: string): boolean => PLACE.test(place);

/** The place of the draft of a question. */
export const ASK_PLACE = 'ask';

/** The place of the draft of an answer. */
export const answerPlace = (questionId: number): string => `answer/${questionId}`;

/** The place of the draft of a comment on a question or one of its answers. */
export const commentPlace = (questionId: number, answerId: number | undefined): string =>
  answerId === undefined ? `comment/${questionId}` : `comment/${questionId}/${answerId}`;

/** The place of the draft of an edit. */
export const editPlace = (noun: 'question' | 'answer' | 'comment', id: number): string =>
  `edit/${noun}/${id}`;

/** What of a form's fields is kept: those that hold something. */
export function draftFields(fields: Record<string, string | undefined>): DraftFields {
  return Object.fromEntries(
    FIELDS.flatMap((name) => (fields[name] ? [[name, fields[name]] as const] : [])),
  );
}
