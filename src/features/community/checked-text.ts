import { tidyComment } from '#src/features/feedback/feedback.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { MOST_TAGS, readTags, TITLE_LENGTH, BODY_LENGTH, type QuestionText } from './question.ts';

interface Bounds {
  least: number;
  most: number;
}

/** A question as typed: `tags` with spaces between them. */
export interface TypedQuestion {
  title: string;
  body: string;
  tags: string;
}

/** A text as it is stored and counted, and what is wrong with its length. */
function measure(
  typed: string,
  { least, most }: Bounds,
  locale: string,
): { text: string; fault?: string } {
  const { errors } = messagesFor(locale).community;
  const text = tidyComment(typed) ?? '';
  if (text.length < least) return { text, fault: errors.tooShort(least) };
  if (text.length > most) return { text, fault: errors.tooLong(text.length - most) };
  return { text };
}

/** What is wrong with a question as typed, by field, in the words of `locale`. */
export function questionFaults(typed: TypedQuestion, locale: string): Record<string, string> {
  const { errors } = messagesFor(locale).community;
  const tags = readTags(typed.tags);
  const faults = {
    title: measure(oneLine(typed.title), TITLE_LENGTH, locale).fault,
    body: measure(typed.body, BODY_LENGTH, locale).fault,
    tags: !tags ? errors.tagSigns : tags.length > MOST_TAGS ? errors.tooManyTags : undefined,
  };
  return Object.fromEntries(
    Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

const oneLine = (typed: string) => typed.replace(/\s+/g, ' ');

/**
 * A question as it is stored.
 * @throws InvalidInput
 */
export function checkedQuestion(typed: TypedQuestion, locale: string): QuestionText {
  const faults = questionFaults(typed, locale);
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
  return {
    title: measure(oneLine(typed.title), TITLE_LENGTH, locale).text,
    body: measure(typed.body, BODY_LENGTH, locale).text,
    tags: readTags(typed.tags) ?? [],
  };
}

/**
 * The body of an answer or a comment as it is stored.
 * @throws InvalidInput
 */
export function checkedBody(typed: string, bounds: Bounds, locale: string): string {
  const { text, fault } = measure(typed, bounds, locale);
  if (fault !== undefined) throw new InvalidInput({ body: fault });
  return text;
}
