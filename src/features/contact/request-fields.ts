import { emailFault, tidyEmail } from '#src/features/accounts/email.ts';
import { tidySearched } from '#src/features/community/searched.ts';
import { tidyComment } from '#src/features/feedback/feedback.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { MESSAGE_LENGTH, MOST_ARTICLES, NAME_LENGTH, SUBJECT_LENGTH } from './contact-request.ts';

/** All that the form holds but its pictures, as typed. */
export interface RequestFields {
  name: string;
  email: string;
  subject: string;
  message: string;
  /** Name of a category; or empty. */
  area: string;
  /** Paths of articles that were read, the latest first. */
  articles: string[];
  /** What was searched for before; or empty. */
  searched: string;
}

/** The fields of a form or of an address that leads to it; what it lacks is empty. */
export function requestFields(source: FormData | URLSearchParams): RequestFields {
  const text = (name: string) => {
    const value = source.get(name);
    return typeof value === 'string' ? value : '';
  };
  const paths = source.getAll('article').filter((path) => typeof path === 'string');
  return {
    name: text('name'),
    email: text('email'),
    subject: text('subject'),
    message: text('message'),
    area: text('area'),
    articles: [...new Set(paths)].slice(0, MOST_ARTICLES),
    searched: tidySearched(text('searched')) ?? '',
  };
}

const oneLine = (typed: string) => (tidyComment(typed) ?? '').replace(/\s+/g, ' ');

function lengthFault(
  text: string,
  { least, most }: typeof NAME_LENGTH,
  locale: string,
): string | undefined {
  const { errors } = messagesFor(locale).community;
  if (text.length < least) return errors.tooShort(least);
  return text.length > most ? errors.tooLong(text.length - most) : undefined;
}

const tidied = (fields: RequestFields) => ({
  ...fields,
  name: oneLine(fields.name),
  email: tidyEmail(fields.email),
  subject: oneLine(fields.subject),
  message: tidyComment(fields.message) ?? '',
});

/** What is wrong with a request as typed, by field, in the words of `locale`. */
export function requestFaults(fields: RequestFields, locale: string): Record<string, string> {
  const { name, email, subject, message } = tidied(fields);
  const words = messagesFor(locale).contact;
  const faults = {
    name: lengthFault(name, NAME_LENGTH, locale),
    email: emailFault(email) && words.emailShape,
    subject: lengthFault(subject, SUBJECT_LENGTH, locale),
    message: lengthFault(message, MESSAGE_LENGTH, locale),
  };
  return Object.fromEntries(
    Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * A request as it is stored.
 * @throws InvalidInput
 */
export function checkedRequest(fields: RequestFields, locale: string): RequestFields {
  const faults = requestFaults(fields, locale);
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
  return tidied(fields);
}
